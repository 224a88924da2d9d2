package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Programs in other languages test their own integrations with the program, and say what they saw. */
class TheirTestsTest {

    @RegisterExtension
    final Desk desk = new Desk("--port", "0", "--clock", "frozen");

    @TempDir
    Path folder;

    @Test
    void givenPhp_whenItTestsItsIntegration_thenSeesWhatIsExpected() throws Exception {
        assertThat(run("php", "couriers.php")).isEqualTo(text("couriers.txt"));
    }

    @Test
    void givenShell_whenItTestsItsIntegration_thenSeesWhatIsExpected() throws Exception {
        assumeTrue(isThere("curl"), "no curl: to run this test, install it");

        assertThat(run("sh", "calls.sh")).isEqualTo(text("calls.txt"));
    }

    private String run(String program, String script) throws Exception {
        assumeTrue(
                isThere(program),
                "no " + program.toUpperCase(java.util.Locale.ROOT) + ": to run this test, apt-get install -y php-cli");
        Path file = Files.writeString(folder.resolve(script), text(script));
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        List.of(program, file.toString(), desk.uri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(script).isTrue();
        return Files.readString(out);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String text(String name) throws Exception {
        try (InputStream in = TheirTestsTest.class.getResourceAsStream("/theirs/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
