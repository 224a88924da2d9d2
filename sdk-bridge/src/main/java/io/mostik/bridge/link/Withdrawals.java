package io.mostik.bridge.link;

import io.mostik.bridge.Fields;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Intents;
import io.mostik.bridge.store.StoredJson;
import io.mostik.core.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes back what other links were about to do for the same person or thing, and tells what they have done. */
final class Withdrawals {

    private Withdrawals() {}

    /** Returns whether what a run is about was withdrawn at the same time or later. */
    static boolean isWithdrawn(Connection connection, LinkSet links, Link link, Run run) throws SQLException {
        List<String> others = links.withdrawing(link).stream().map(Link::name).toList();
        Optional<String> about = EventKeys.about(link, run.event());
        if (others.isEmpty() || about.isEmpty()) {
            return false;
        }
        return RunTable.lastAbout(connection, others, about.get())
                .filter(last -> !last.isBefore(run.event().at()))
                .isPresent();
    }

    /**
     * What was found of the others.
     *
     * @param isOpen whether one of them is still being carried out, so that nobody knows yet
     * @param done the fields and results of the last one that was carried out
     */
    record Found(boolean isOpen, Json done) {}

    /** Withdraws what has not been sent yet. */
    static Found withdraw(Connection connection, Intents intents, Link link, Run run) throws SQLException {
        Optional<String> about = EventKeys.about(link, run.event());
        if (link.withdraws().isEmpty() || about.isEmpty()) {
            return new Found(false, Json.of(null));
        }
        boolean isOpen = false;
        Json done = Json.of(null);
        for (Run other : RunTable.about(
                connection, link.withdraws(), about.get(), run.event().at())) {
            if (other.state() == RunState.WAITING) {
                boolean unused = RunTable.update(
                        connection, other, Outcome.of(RunState.FILTERED, "link_withdrawn", List.of()), other.digest());
                continue;
            }
            Optional<Intent> intent = other.intent().flatMap(intents::find);
            if (intent.isEmpty() || intents.cancel(intent.get().id())) {
                continue;
            }
            IntentState state = intents.find(intent.get().id()).orElseThrow().state();
            isOpen |= !state.isEnd();
            if (state == IntentState.DONE) {
                done = told(intents.find(intent.get().id()).orElseThrow());
            }
        }
        return new Found(isOpen, done);
    }

    private static Json told(Intent intent) {
        Map<String, String> values = new LinkedHashMap<>(intent.fields().asMap());
        Fields results = intent.results();
        values.putAll(results.asMap());
        return StoredJson.plain(values);
    }
}
