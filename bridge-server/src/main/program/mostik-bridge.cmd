@echo off
rem Starts mostik-bridge. Written, not tried: nobody has run it on Windows yet.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HOME_DIR%\jre\bin\java.exe" set "JAVA=%HOME_DIR%\jre\bin\java"
if not defined JAVA_OPTS set "JAVA_OPTS=-Xmx96m"
"%JAVA%" %JAVA_OPTS% -cp "%HOME_DIR%\lib\*" io.mostik.bridge.server.Main %*
exit /b %ERRORLEVEL%
