package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Takes over the journal of the earlier bridge for 1C. What ended is answered from the journal from now on; what had not, or
 * is unknown, needs a person; who holds which card is noted again. Running sums of orders are not taken over: close those
 * orders before. Taking a folder twice changes nothing more.
 */
final class OnecImport {

    private static final String PREFIX = "onec/intent/";
    private static final Map<String, String> ACTIONS = Map.of(
            "GRANT", "cards.limit.grant",
            "CLOSE", "cards.limit.close",
            "DISMISS", "cards.dismiss",
            "HOLDER", "cards.holder.note");

    private final Bridge bridge;
    private final String base;
    private final String connection;
    private int ended;
    private int unknown;
    private int holders;
    private int left;

    OnecImport(Bridge bridge, String base, String connection) {
        this.bridge = bridge;
        this.base = base;
        this.connection = connection;
    }

    /** Takes a folder, which no program may have open. */
    void take(Path folder) {
        JdbcDataSource files = new JdbcDataSource();
        files.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("bridge") + ";IFEXISTS=TRUE;WRITE_DELAY=0");
        files.setUser("");
        StateStore old = JdbcStateStore.create(files, TimeSource.system());
        old.stream(PREFIX).forEach(entry -> take(LocalDoor.read(entry.value())));
    }

    String summary() {
        return ended + " ended, " + unknown + " need a person, " + holders + " holders are noted again, " + left
                + " were left out: notices, and what was there already";
    }

    boolean needsPerson() {
        return unknown > 0;
    }

    private void take(Json intent) {
        Json task = intent.get("errand");
        Optional<Action> action =
                Optional.ofNullable(ACTIONS.get(text(task, "kind"))).flatMap(bridge.actions()::find);
        if (action.isEmpty()) {
            left++;
            return;
        }
        IntentRequest request = IntentRequest.of(
                IntentKey.of(base, action.get().spec().name(), text(intent, "document")),
                connection,
                action.get().spec().read(fields(task), ZoneOffset.UTC, Optional.empty()));
        String state = text(intent, "state");
        if (text(task, "kind").equals("HOLDER") && !state.equals("REFUSED")) {
            boolean isNew = !bridge.intents().accept(request).earlier();
            holders += isNew ? 1 : 0;
            left += isNew ? 0 : 1;
            return;
        }
        IntentState taken = switch (state) {
            case "DONE" -> IntentState.DONE;
            case "REFUSED" -> IntentState.REFUSED;
            default -> IntentState.UNKNOWN;
        };
        boolean isNew = bridge.intents().takeOver(request, taken, Instant.parse(text(intent, "since")));
        left += isNew ? 0 : 1;
        ended += isNew && taken.isEnd() ? 1 : 0;
        unknown += isNew && !taken.isEnd() ? 1 : 0;
    }

    private static Map<String, String> fields(Json task) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : new String[] {"card", "order", "sum", "employee"}) {
            Json value = task.get(name);
            value.text()
                    .or(() -> value.number().map(BigDecimal::toPlainString))
                    .ifPresent(text -> fields.put(name, text));
        }
        return fields;
    }

    private static String text(Json json, String name) {
        return json.get(name)
                .text()
                .orElseThrow(() -> new NoSuchElementException(name + " is missing in an old intent"));
    }
}
