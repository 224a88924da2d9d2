package io.mostik.bridge.trigger;

import io.mostik.core.json.Json;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened outside.
 *
 * @param trigger the name of the trigger, such as {@code vcc.disposition}
 * @param connection where it came from; empty text for signals of a base
 * @param id what tells it from all others of its trigger and connection: identity and version, as it was proven
 * @param at when it happened, or was received
 * @param data what was told, for mapping
 */
public record BridgeEvent(String trigger, String connection, String id, Instant at, Json data) {

    /** Checks that no part is missing. */
    public BridgeEvent {
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(data, "data");
    }

    /** Returns names only: what happened is the company's business. */
    @Override
    public String toString() {
        return "BridgeEvent[" + trigger + " " + connection + "]";
    }
}
