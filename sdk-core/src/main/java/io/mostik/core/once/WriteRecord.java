package io.mostik.core.once;

import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStoreException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.once.OnceResult.How;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one write: the only truth about it. Properties that this release does not know are kept when it rewrites
 * a record; a later version or an unknown state is a failure, never taken for absent. Immutable.
 */
final class WriteRecord {

    private static final int VERSION = 1;
    private static final WriteRecord EMPTY = new WriteRecord(Map.of("v", VERSION));

    private final Map<String, Object> fields;

    private WriteRecord(Map<String, Object> fields) {
        this.fields = fields;
    }

    static WriteRecord empty() {
        return EMPTY;
    }

    static WriteRecord parse(Entry entry) {
        Json json;
        try {
            json = Records.JSON.read(JsonType.of(Json.class), entry.value().getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new StateStoreException("the write record " + entry.key() + " cannot be read", e);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        json.names().forEach(name -> json.get(name).value().ifPresent(value -> fields.put(name, value)));
        WriteRecord record = new WriteRecord(fields);
        if (record.number("v", 0) != VERSION || record.known().isEmpty()) {
            throw new StateStoreException(
                    "the write record " + entry.key() + " was written by a later release, or is damaged");
        }
        return record;
    }

    String text() {
        return new String(Records.JSON.write(fields), StandardCharsets.UTF_8);
    }

    WriteState state() {
        return known().orElse(WriteState.NONE);
    }

    /** Returns when the record came into its state, or its lease was renewed, by the store's clock. */
    Instant at() {
        return Instant.ofEpochMilli(number("at", 0));
    }

    Duration lease() {
        return Duration.ofMillis(number("lease", 0));
    }

    /** Returns how often it was sent, or begun to be sent. */
    int tries() {
        return (int) number("tries", 0);
    }

    /** Returns the token of the last one who got the right to send; no two have the same, not after a removal either. */
    String sender() {
        return text("sender").orElse("");
    }

    /** Returns how often the runner has read it back in vain. */
    int checks() {
        return (int) number("checks", 0);
    }

    Optional<Instant> next() {
        return tree("next").map(unused -> Instant.ofEpochMilli(number("next", 0)));
    }

    String why() {
        return text("why").orElse("");
    }

    /** Returns how a write that is done became known, as seen by a later reader: the call that sent it was earlier. */
    How how() {
        return switch (text("how").orElse("")) {
            case "SEEN" -> How.SEEN;
            case "RESOLVED" -> How.RESOLVED;
            default -> How.EARLIER;
        };
    }

    boolean planned() {
        return Json.of(fields.get("planned")).isTrue();
    }

    boolean duplicated() {
        return Json.of(fields.get("duplicated")).isTrue();
    }

    Optional<String> text(String name) {
        return Json.of(fields.get(name)).text();
    }

    Optional<Object> tree(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Returns the record in another state. */
    WriteRecord in(WriteState state, Instant at) {
        return with("state", state.name()).with("at", at.toEpochMilli());
    }

    /** Returns the record with another value of a property; null removes it. */
    WriteRecord with(String name, @Nullable Object value) {
        Map<String, Object> next = new LinkedHashMap<>(fields);
        if (value == null) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        return new WriteRecord(next);
    }

    private Optional<WriteState> known() {
        String name = text("state").orElse("");
        for (WriteState state : WriteState.values()) {
            if (state.name().equals(name) && state != WriteState.NONE) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private long number(String name, long other) {
        return fields.get(name) instanceof Number number ? number.longValue() : other;
    }
}
