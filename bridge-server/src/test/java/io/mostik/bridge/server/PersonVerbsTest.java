package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.Fields;
import io.mostik.bridge.Person.Role;
import io.mostik.bridge.decision.Decision;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.OfficeException;
import io.mostik.bridge.server.page.Question;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
                folder.resolve("mostik-bridge.yaml"),
                "store: {url: \"h2:data\", pepper: \"file:pepper.key\"}\nlinks:\n"
                        + "- {name: told, on: base.signal, do: base.event, map: {subject: \"{about}\"}}\n");
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
            boolean isNew = running.links()
                    .events()
                    .accept(new BridgeEvent(
                            Triggers.SIGNAL,
                            "",
                            "s-1",
                            running.bridge().time().now(),
                            Json.of(Map.of("about", "x", "email", "nora@example.hu"))));
            assertThat(running.links().runDue()).as("%s", isNew).isOne();
        }

        Said masked = say(file, "export", "--phone", "06 30 111 2233", "--region", "HU");
        Said maskedRun = say(file, "export", "--email", "nora@example.hu");
        Said shown = say(file, "export", "--email", "Nora@example.hu", "--show", "--reason", "she asked");
        Said erased = say(file, "erase", "--phone", "+36 30 111 2233", "--reason", "she asked");
        Said gone = say(file, "export", "--email", "nora@example.hu");

        assertThat(masked.code()).as(masked.text()).isZero();
        assertThat(masked.text()).contains("d-1").doesNotContain("nora@example.hu", "36301112233");
        assertThat(maskedRun.text()).contains("told").doesNotContain("nora@example.hu");
        assertThat(shown.text()).contains("nora@example.hu", "+36301112233", "told");
        assertThat(say(file, "export", "--email", "nora@example.hu", "--show").code())
                .as("without a reason")
                .isEqualTo(Main.WRONG);
        assertThat(erased.text()).contains("erased: 1 intents, 0 runs");
        assertThat(gone.text()).doesNotContain("d-1");
        try (RunningBridge running = RunningBridge.openOnly(ConfigReader.read(file))) {
            assertThat(running.bridge().decisions().newest(2))
                    .extracting(Decision::what)
                    .containsExactly("erase a person", "export a person");
            assertThatThrownBy(() -> export(running, Role.VIEWER, false)).isInstanceOf(OfficeException.class);
            assertThatThrownBy(() -> export(running, Role.OPERATOR, true)).isInstanceOf(OfficeException.class);
            assertThat(export(running, Role.OPERATOR, false)).containsKey("runs");
        }
    }

    private static Map<String, Object> export(RunningBridge running, Role role, boolean isShown) {
        Question question =
                new Question(Map.of("email", "nora@example.hu", "show", Boolean.toString(isShown), "reason", "asked"));
        return running.office().answer("export", true, question, new Asker("somebody", role, "en"));
    }

    @Test
    void givenNoPepper_whenAPersonIsLookedFor_thenSaysThatNothingIsIndexed() throws IOException {
        Path file = Files.writeString(folder.resolve("mostik-bridge.yaml"), "store: {url: \"h2:data\"}\n");

        Said said = say(file, "erase", "--phone", "+36301112233", "--reason", "she asked");

        assertThat(said.code()).isEqualTo(Main.WRONG);
        assertThat(said.text()).contains("store.pepper is not set");
    }
}
