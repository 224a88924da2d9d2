package io.mostik.bridge.action.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionCall;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an intent asks for, as its write record digests it. Printing it shows no values.
 *
 * @param connection the vendor's account
 * @param id the intent's id; not part of the digest
 * @param values the fields, in an order of their own
 * @param acceptedAt when it was accepted; not part of the digest
 */
@JsonIgnoreProperties({"id", "acceptedAt"})
public record Asked(String connection, String id, SortedMap<String, String> values, Instant acceptedAt) {

    static Asked of(ActionCall call) {
        return new Asked(
                call.connection(), call.id(), new TreeMap<>(call.fields().asMap()), call.acceptedAt());
    }

    /** Returns the fields. */
    public Fields fields() {
        return Fields.of(values);
    }

    @Override
    public String toString() {
        return "Asked" + values.keySet();
    }
}
