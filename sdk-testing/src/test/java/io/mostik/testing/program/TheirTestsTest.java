package io.mostik.testing.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    @Test
    void givenPhpSnippets_whenCopied_thenEachAnswers200() throws Exception {
        for (JsonNode vendor : desk.get("").path("vendors")) {
            String snippet = vendor.path("snippets").path("php").asText();

            assertThat(execute("php", Files.writeString(folder.resolve("copied.php"), snippet)))
                    .as(vendor.path("name").asText())
                    .startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void givenCurlSnippets_whenCopied_thenEachAnswers200() throws Exception {
        assumeTrue(isThere("curl") && isThere("bash"), "no curl: to run this test, install it");
        for (JsonNode vendor : desk.get("").path("vendors")) {
            String snippet = vendor.path("snippets").path("curl").asText().replace("curl -i", "curl -si");

            assertThat(execute("bash", Files.writeString(folder.resolve("copied.sh"), snippet)))
                    .as(vendor.path("name").asText())
                    .startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void givenDigest_whenCurlLogsIn_thenIsTakenAndKeptInState() throws Exception {
        assumeTrue(isThere("curl") && isThere("sh"), "no curl: to run this test, install it");
        String base = desk.get("/salesautopilot").path("addresses").path("base").asText();
        String script = "curl -s --digest -u demo-key:demo-password -X POST -H 'Content-Type: application/json' -d "
                + "'{\"email\":\"eszter@example.test\"}' " + base + "/subscribe/5123/form/20771";

        String answer = execute("sh", Files.writeString(folder.resolve("digest.sh"), script));
        desk.control(
                "PUT",
                "/salesautopilot/state",
                desk.get("/salesautopilot/state").toString());

        assertThat(answer).matches("\\d+");
        assertThat(desk.get("/salesautopilot/holds").path("newsletter").findValuesAsText("id"))
                .contains(answer);
    }

    private String run(String program, String script) throws Exception {
        return execute(program, Files.writeString(folder.resolve(script), text(script)));
    }

    private String execute(String program, Path script) throws Exception {
        assumeTrue(
                isThere(program),
                "no " + program.toUpperCase(Locale.ROOT) + ": to run this test, apt-get install -y php-cli");
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        List.of(program, script.toString(), desk.uri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(script.toString()).isTrue();
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
