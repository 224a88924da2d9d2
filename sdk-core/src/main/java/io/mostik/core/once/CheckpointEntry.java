package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint as it lies in the store: {@code {"v":1,"position":"…","at":ms,"lease":ms}}. Any other text is a position
 * that an earlier release wrote without an envelope.
 *
 * @param position how far the reader has come
 * @param lease the lease of the process that has it open
 */
record CheckpointEntry(Optional<String> position, Optional<LeaseEntry> lease) {

    static final CheckpointEntry NONE = new CheckpointEntry(Optional.empty(), Optional.empty());

    private static final int VERSION = 1;

    static CheckpointEntry parse(Entry entry) {
        Json json = json(entry.value());
        if (json.get("v").number().isEmpty()) {
            return new CheckpointEntry(Optional.of(entry.value()), Optional.empty());
        }
        if (number(json, "v") != VERSION) {
            throw new StateStoreException("the checkpoint under " + entry.key() + " was written by a later release");
        }
        Optional<LeaseEntry> lease = json.get("lease")
                .number()
                .map(length -> new LeaseEntry(
                        Instant.ofEpochMilli(number(json, "at")), Duration.ofMillis(length.longValue())));
        return new CheckpointEntry(json.get("position").text(), lease);
    }

    /** Returns whether nobody has it open: there is no lease, or it is over. */
    boolean isFree(Entry entry, StateStore store, TimeSource time) {
        return lease.map(taken -> LeaseWatch.of(store, time)
                        .isOver(
                                new LeaseWatch.Lent(entry.key(), entry.version(), taken.at(), taken.length()),
                                store.now(),
                                time))
                .orElse(true);
    }

    CheckpointEntry leased(LeaseEntry newLease) {
        return new CheckpointEntry(position, Optional.of(newLease));
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", VERSION);
        position.ifPresent(text -> fields.put("position", text));
        lease.ifPresent(taken -> {
            fields.put("at", taken.at().toEpochMilli());
            fields.put("lease", taken.length().toMillis());
        });
        return new String(Records.JSON.write(fields), StandardCharsets.UTF_8);
    }

    private static Json json(String value) {
        if (!value.startsWith("{")) {
            return Json.of(null);
        }
        try {
            return Records.JSON.read(JsonType.of(Json.class), value.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            return Json.of(null);
        }
    }

    private static long number(Json json, String name) {
        return json.get(name).number().map(number -> number.longValue()).orElse(0L);
    }
}
