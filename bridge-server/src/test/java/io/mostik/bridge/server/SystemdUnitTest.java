package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdUnitTest {

    private static final Path PROGRAM = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    Path folder;

    @Test
    void givenUnit_whenSystemdReadsIt_thenItComplainsOfNothing() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "no systemd-analyze");
        Path unit = Files.writeString(folder.resolve("mostik-bridge.service"), runnable());

        Process process = new ProcessBuilder(PROGRAM.toString(), "verify", unit.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said).doesNotContain("mostik-bridge.service:");
        assertThat(process.exitValue()).as(said).isZero();
    }

    @Test
    void givenUnit_whenRead_thenStoppingIsNoFailureAndNobodyElseReadsItsFiles() {
        assertThat(Resources.text("mostik-bridge.service"))
                .contains("SuccessExitStatus=143", "TimeoutStopSec=45", "DynamicUser=yes", "UMask=0077");
    }

    @Test
    void givenWindowsService_whenRead_thenSaysThatNobodyHasTriedIt() throws IOException {
        try (Stream<String> lines = Resources.text("mostik-bridge-winsw.xml").lines()) {
            assertThat(lines.findFirst().orElseThrow()).contains("UNTRIED");
        }
    }

    /** The program itself is not there. */
    private static String runnable() {
        return Resources.text("mostik-bridge.service").replace("/opt/mostik-bridge/bin/mostik-bridge", "/bin/true");
    }
}
