package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.link.Run;
import io.mostik.bridge.link.RunState;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.json.Json;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Links of a running program: read again, their history, and dead letters. */
@Timeout(120)
class ProgramLinksTest {

    private static final String LEAVERS = "leavers-lose-cards";
    private static final String FURTHER = """
        links:
        - name: leavers-are-told
          on: base.signal
          do: base.event
          when: [{field: signal, is: person.left}]
          map: {subject: "{employee}"}
        """;

    private Demo demo;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(0, 0);
    }

    @AfterEach
    void end() throws IOException {
        demo.close();
    }

    /** What a verb said, and how it ended. */
    private record Said(int code, String out, String err) {}

    private Said ask(String verb, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(verb, "-c", demo.config().toString()));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments.toArray(String[]::new));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void givenFurtherFile_whenReloaded_thenBothLinksWork() throws IOException {
        write("more.yaml", FURTHER);

        Said reload = ask("reload");
        signal(Demo.EMPLOYEE);

        assertThat(reload.code()).as(reload.err()).isZero();
        assertThat(reload.out())
                .contains("2 links run", "new: leavers-are-told")
                .doesNotContain("restart");
        assertThat(last("leavers-are-told").intent()).isPresent();
        assertThat(last(LEAVERS).intent()).isPresent();
        assertThat(ask("history", "leavers-are-told").out()).contains("reload links", "links new leavers-are-told");
    }

    @Test
    void givenWrongFiles_whenReloaded_thenAllIsToldAndOldLinksWork() throws IOException {
        write("more.yaml", FURTHER.replace("do: base.event", "do: base.evnt"));
        write("twice.yaml", FURTHER.replace("leavers-are-told", LEAVERS));

        Said twice = ask("reload");
        Files.delete(demo.config().resolveSibling("links.d").resolve("twice.yaml"));
        Said action = ask("reload");
        signal(Demo.EMPLOYEE);

        assertThat(twice.code()).isEqualTo(Main.WRONG);
        assertThat(twice.err())
                .contains("the links before run on", "line 2, twice.yaml links." + LEAVERS + ": is in mostik-bridge");
        assertThat(action.code()).isEqualTo(Main.WRONG);
        assertThat(action.err()).contains("line 2, more.yaml links.leavers-are-told.do", "did you mean base.event?");
        assertThat(demo.bridge().links().current().all()).hasSize(1);
        assertThat(last(LEAVERS).intent()).isPresent();
    }

    @Test
    void givenOtherSettings_whenReloaded_thenRestartIsAskedFor() throws IOException {
        Files.writeString(
                demo.config(), Files.readString(demo.config()).replace("zone: Europe/Moscow", "zone: Europe/Budapest"));

        assertThat(ask("reload").out()).contains("1 links run", "they need a restart");
    }

    @Test
    void givenOtherSecretInItsFile_whenReloaded_thenRestartIsAskedFor() throws IOException {
        Files.writeString(demo.config().resolveSibling("base.key"), "another key than the program runs with");

        assertThat(ask("reload").out()).contains("1 links run", "they need a restart");
    }

    @Test
    void givenOtherLines_whenReloaded_thenNoRestartIsAskedFor() throws IOException {
        Files.writeString(demo.config(), "# a line more\n" + Files.readString(demo.config()));

        assertThat(ask("reload").out()).contains("1 links run").doesNotContain("restart");
    }

    @Test
    void givenNoProgram_whenReloaded_thenSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("mostik-bridge.yaml"), "store: {url: \"h2:mem\"}\n");
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Main.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "reload",
                "-c",
                file.toString());

        assertThat(code).isEqualTo(Main.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no program runs here");
    }

    @Test
    void givenRuns_whenHistoryIsAsked_thenEventsOutcomesAndDecisionsAreTold() {
        signal(Demo.EMPLOYEE);
        Run run = last(LEAVERS);
        demo.bridge().bridge().intents().await(run.intent().orElseThrow(), Duration.ofSeconds(20));
        Said anew = ask("replay", run.id(), "--anew", "--reason", "the card was opened again");

        Said history = ask("history", LEAVERS);
        Json json = LocalDoor.read(ask(
                        "history",
                        LEAVERS,
                        "--json",
                        "--last",
                        "1",
                        "--before",
                        last(LEAVERS).id())
                .out());

        assertThat(anew.code()).as(anew.err()).isZero();
        assertThat(history.out())
                .contains(run.id(), run.key() + "#2", run.digest(), "base.signal", "1 tries", "happened yes")
                .contains("replay_anew", "the card was opened again");
        assertThat(json.get("runs").elements()).singleElement().satisfies(row -> {
            assertThat(row.get("id").text()).contains(run.id());
            assertThat(row.get("state").text()).contains("done");
            assertThat(row.get("outcome").get("tries").wholeNumber()).contains(1L);
        });
        assertThat(history.out()).doesNotContain(Demo.EMPLOYEE);
        assertThat(ask("history", "no-such-link").out()).contains("nothing is known of no-such-link");
    }

    @Test
    void givenDeadSignals_whenVerbsAsk_thenTheyAreShownTriedAndReplayed() {
        String id = UUID.randomUUID().toString();
        letter(
                id,
                "{\"trigger\":\"base.signal\",\"connection\":\"\",\"id\":\"" + id
                        + "\",\"at\":\"2026-11-29T10:00:00Z\",\"data\":{\"signal\":\"person.left\",\"employee\":\""
                        + Demo.EMPLOYEE + "\"}}");
        letter("spoilt", "no event");

        Said open = ask("open");
        Said dry = ask("dry-run", LEAVERS, "--dead");
        Said replay = ask("replay", "webhook/bridge/signals/" + id);
        demo.bridge().links().runDue();

        assertThat(open.code()).isEqualTo(Main.PERSON);
        assertThat(open.out())
                .contains("webhook/bridge/signals/" + id + "  dead letter", "webhook/bridge/signals/spoilt");
        assertThat(dry.out())
                .as(dry.err())
                .contains("accepted", "employee = " + Demo.EMPLOYEE, "cannot be read: webhook/bridge/signals/spoilt");
        assertThat(replay.out()).as(replay.err()).contains("1 stand otherwise now");
        assertThat(last(LEAVERS).key()).isEqualTo(id);
        Said after = ask("open");
        Said unnamed = ask("dismiss", "webhook/bridge/signals/spoilt", "--reason", " ");
        Said dismissed = ask("dismiss", "webhook/bridge/signals/spoilt", "--reason", "spoilt by a test");

        assertThat(after.out())
                .doesNotContain("webhook/bridge/signals/" + id)
                .contains("webhook/bridge/signals/spoilt");
        assertThat(unnamed.code()).as(unnamed.out()).isEqualTo(Main.WRONG);
        assertThat(dismissed.out()).as(dismissed.err()).contains("1 dismissed");
        assertThat(ask("open").out()).doesNotContain("webhook/bridge/signals/spoilt");
        assertThat(demo.bridge().bridge().decisions().newest(1)).singleElement().satisfies(decision -> {
            assertThat(decision.what()).isEqualTo("dismiss");
            assertThat(decision.about()).isEqualTo("webhook/bridge/signals/spoilt");
            assertThat(decision.reason()).contains("spoilt by a test");
        });
    }

    @Test
    void givenFailedRun_whenDismissed_thenItIsNoLongerOpen() {
        signal("");
        Run failed = last(LEAVERS);
        Said open = ask("open");

        Said dismissed = ask("dismiss", failed.id(), "--reason", "nobody left");

        assertThat(failed.state()).isEqualTo(RunState.INCOMPLETE);
        assertThat(open.out()).contains(failed.id());
        assertThat(dismissed.out()).as(dismissed.err()).contains("1 dismissed");
        assertThat(ask("open").out()).doesNotContain(failed.id());
        assertThat(ask("history", LEAVERS).out()).contains("dismiss", "nobody left");
    }

    @Test
    void givenIdsOfNothing_whenReplayedOrDismissed_thenThatIsToldAndTheOthersAreDone() {
        signal("");
        Run failed = last(LEAVERS);

        Said replayed = ask("replay", "no-run", "webhook/bridge/signals/none");
        Said anew = ask("replay", "no-run", "--anew", "--reason", "it was lost");
        Said unknownLink = ask("replay", "--link", "no-link");
        Said dismissed = ask("dismiss", "no-run", failed.id(), "--reason", "nobody left");
        Said again = ask("dismiss", failed.id(), "--reason", "nobody left");

        assertThat(List.of(replayed, anew, unknownLink, dismissed, again))
                .extracting(Said::code)
                .containsOnly(Main.WRONG);
        assertThat(replayed.out()).contains("0 stand otherwise now");
        assertThat(replayed.err())
                .contains("there is no run no-run", "there is no dead letter webhook/bridge/signals/none");
        assertThat(anew.err()).contains("there is no run no-run");
        assertThat(unknownLink.err()).contains("there is no link no-link");
        assertThat(dismissed.out()).contains("1 dismissed");
        assertThat(dismissed.err()).contains("there is no run no-run");
        assertThat(again.err()).contains("nobody has to look at run " + failed.id());
    }

    private void write(String name, String yaml) throws IOException {
        Path links = Files.createDirectories(demo.config().resolveSibling("links.d"));
        Files.writeString(links.resolve(name), yaml);
    }

    private void signal(String employee) {
        boolean isNew = demo.bridge()
                .links()
                .events()
                .accept(new BridgeEvent(
                        Triggers.SIGNAL,
                        "",
                        UUID.randomUUID().toString(),
                        demo.bridge().bridge().time().now(),
                        Json.of(Map.of("signal", "person.left", "employee", employee))));
        assertThat(isNew).isTrue();
    }

    /** Hands on what waits, together with the threads of the program, until a link has an event. */
    private Run last(String link) {
        List<Run> runs = List.of();
        while (runs.isEmpty()) {
            demo.bridge().links().runDue();
            runs = demo.bridge().links().history(link, Optional.empty(), 1);
        }
        return runs.get(0);
    }

    private void letter(String id, String text) {
        Once other = Once.over(demo.bridge().bridge().store());
        try (Inbox<String> inbox =
                Inbox.builder(other, "bridge/signals", String::valueOf).open(event -> {})) {
            assertThat(inbox.acceptUnreadable(id, text, "tried too often")).isTrue();
        }
    }
}
