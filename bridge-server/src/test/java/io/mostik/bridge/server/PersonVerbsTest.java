package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.server.config.ConfigReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs about what is kept of a person. */
class PersonVerbsTest {

    @TempDir
    Path folder;

    private record Said(int code, String text) {}

    private Said say(Path file, String verb, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = new String[more.length + 3];
        arguments[0] = verb;
        arguments[1] = "-c";
        arguments[2] = file.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(stream, stream, arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void givenPepper_whenAPersonIsExportedAndErased_thenValuesAreMaskedAndThenGone() throws IOException {
        Files.writeString(folder.resolve("pepper.key"), "0123456789abcdef0123456789abcdef\n");
        Path file = Files.writeString(
                folder.resolve("mostik-bridge.yaml"), "store: {url: \"h2:data\", pepper: \"file:pepper.key\"}\n");
        try (RunningBridge running = RunningBridge.openOnly(ConfigReader.read(file))) {
            String id = running.bridge()
                    .intents()
                    .accept(IntentRequest.of(
                            IntentKey.of("zup", "notice", "d-1"),
                            "",
                            Fields.of("text", "nora@example.hu").with("phone", "+36301112233")))
                    .intent()
                    .id();
            assertThat(running.bridge().intents().cancel(id)).isTrue();
        }

        Said masked = say(file, "export", "--phone", "06 30 111 2233", "--region", "HU");
        Said shown = say(file, "export", "--email", "Nora@example.hu", "--show", "--reason", "she asked");
        Said erased = say(file, "erase", "--phone", "+36 30 111 2233", "--reason", "she asked");
        Said gone = say(file, "export", "--email", "nora@example.hu");

        assertThat(masked.code()).as(masked.text()).isZero();
        assertThat(masked.text()).contains("d-1").doesNotContain("nora@example.hu", "36301112233");
        assertThat(shown.text()).contains("nora@example.hu", "+36301112233");
        assertThat(say(file, "export", "--email", "nora@example.hu", "--show").code())
                .as("without a reason")
                .isEqualTo(Main.WRONG);
        assertThat(erased.text()).contains("erased: 1 intents, 0 runs");
        assertThat(gone.text()).doesNotContain("d-1");
    }

    @Test
    void givenNoPepper_whenAPersonIsLookedFor_thenSaysThatNothingIsIndexed() throws IOException {
        Path file = Files.writeString(folder.resolve("mostik-bridge.yaml"), "store: {url: \"h2:data\"}\n");

        Said said = say(file, "erase", "--phone", "+36301112233", "--reason", "she asked");

        assertThat(said.code()).isEqualTo(Main.WRONG);
        assertThat(said.text()).contains("store.pepper is not set");
    }
}
