@echo off
rem Starts mostik-sim. Written, not tried: nobody has run it on Windows yet.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %JAVA_OPTS% -jar "%~dp0..\lib\mostik-sim.jar" %*
exit /b %ERRORLEVEL%
