package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Person.Role;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.link.Run;
import io.mostik.bridge.server.config.ConfigReader;
import io.mostik.bridge.server.page.Asker;
import io.mostik.bridge.server.page.Question;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.bridge.trigger.Triggers;
import io.mostik.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The decisions that the history of a link shows. */
class LinkHistoryTest {

    private static final int MOST = 200;

    @TempDir
    Path folder;

    @Test
    void givenDecisions_whenAskedForALink_thenItsOwnAreShownAndNotTooMany() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mostik-bridge.yaml"),
                "store: {url: \"h2:data\"}\nlinks:\n"
                        + "- {name: told, on: base.signal, do: base.event, map: {subject: \"{about}\"}}\n");
        try (RunningBridge running = RunningBridge.openOnly(ConfigReader.read(file))) {
            Run run = told(running);
            String intent = run.intent().orElseThrow();
            Decisions decisions = running.bridge().decisions();
            List.of(
                            "link told",
                            "link told2",
                            "links new told2, changed told",
                            "links changed told2",
                            "intent " + intent,
                            "intent " + intent + " subject",
                            "intent 01KBEXAMPLE0123456789ABCDE",
                            run.id(),
                            "sending")
                    .forEach(about -> decisions.append("Nóra", "decide", about, "because"));

            List<Map<String, Object>> ofLink = shown(running, "told");
            List<Map<String, Object>> ofIntent = shown(running, intent);
            for (int i = 0; i < MOST; i++) {
                decisions.append("Nóra", "pause a link", "link told", "by hand");
            }

            assertThat(ofLink).extracting(row -> row.get("number")).containsExactly(1L, 3L, 5L, 6L, 8L);
            assertThat(ofIntent).extracting(row -> row.get("number")).containsExactly(5L, 6L);
            assertThat(shown(running, "told"))
                    .hasSize(MOST)
                    .extracting(row -> row.get("number"))
                    .startsWith(10L)
                    .endsWith(9L + MOST);
        }
    }

    private static Run told(RunningBridge running) {
        boolean isNew = running.links()
                .events()
                .accept(new BridgeEvent(
                        Triggers.SIGNAL, "", "s-1", running.bridge().time().now(), Json.of(Map.of("about", "x"))));
        assertThat(running.links().runDue()).as("%s", isNew).isOne();
        return running.links().history("told", Optional.empty(), 1).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> shown(RunningBridge running, String of) {
        Asker asker = new Asker("test", Role.VIEWER, "en");
        return (List<Map<String, Object>>) Objects.requireNonNull(running.office()
                .answer("history", false, new Question(Map.of("of", of)), asker)
                .get("decisions"));
    }
}
