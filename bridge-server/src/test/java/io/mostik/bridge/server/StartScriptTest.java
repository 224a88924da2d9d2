package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script with a Java that only shows its arguments: an archive is used with the Java it was made for, only. */
class StartScriptTest {

    private static final String RELEASE = "JAVA_VERSION=\"25.0.3\"\n";

    @TempDir
    Path folder;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
        Files.createDirectories(folder.resolve("program/bin"));
        Files.createDirectories(folder.resolve("program/archive"));
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.copy(Path.of("src/main/program/mostik-bridge"), folder.resolve("program/bin/mostik-bridge"));
        Path java = folder.resolve("jdk/bin/java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("jdk/release"), RELEASE);
    }

    @Test
    void givenNoArchive_whenStarted_thenWithout() throws Exception {
        assertThat(started()).containsExactly("-Xmx96m", "-cp", lib(), "io.mostik.bridge.server.Main", "check");
    }

    @Test
    void givenArchiveOfThisJava_whenStarted_thenWithIt() throws Exception {
        archive("classes.aot", RELEASE);

        assertThat(started())
                .containsExactly(
                        "-Xmx96m",
                        "-XX:AOTCache=" + program("archive/classes.aot"),
                        "-Xlog:aot*=off",
                        "-cp",
                        lib(),
                        "io.mostik.bridge.server.Main",
                        "check");
    }

    @Test
    void givenArchiveBeforeJava25_whenStarted_thenAsAppCds() throws Exception {
        archive("classes.jsa", RELEASE);

        assertThat(started()).contains("-XX:SharedArchiveFile=" + program("archive/classes.jsa"), "-Xlog:cds*=off");
    }

    @Test
    void givenArchiveOfAnotherJava_whenStarted_thenWithout() throws Exception {
        archive("classes.aot", "JAVA_VERSION=\"25.0.2\"\n");

        assertThat(started()).noneMatch(argument -> argument.startsWith("-XX:"));
    }

    private void archive(String name, String release) throws IOException {
        Files.writeString(folder.resolve("program/archive").resolve(name), "");
        Files.writeString(folder.resolve("program/archive/release"), release);
    }

    private String[] started() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", program("bin/mostik-bridge"), "check").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().remove("JAVA_OPTS");
        Process process = builder.start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return shown.lines().toArray(String[]::new);
    }

    private String lib() throws IOException {
        return program("lib/*");
    }

    private String program(String path) throws IOException {
        return folder.toRealPath().resolve("program") + "/" + path;
    }
}
