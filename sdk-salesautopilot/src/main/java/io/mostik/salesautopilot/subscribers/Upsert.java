package io.mostik.salesautopilot.subscribers;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.Objects;
import java.util.Optional;

/**
 * How a sign-up or update ended.
 *
 * @param result what happened
 * @param id the record, if there is one
 */
public record Upsert(Result result, Optional<RecordId> id) {

    /** Refuses missing parts. */
    public Upsert {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(id, "id");
    }

    /** What happened. */
    public enum Result {
        /** A new record was made through the sign-up form. */
        CREATED,
        /** The record that was there was changed through the update form. */
        UPDATED,
        /** The record that was there has these values already; nothing was sent. */
        UNCHANGED,
        /** The e-mail address is malformed. */
        INVALID_EMAIL,
        /** The vendor did not take it and does not say why. */
        REFUSED
    }

    static Upsert of(Result result, RecordId id) {
        return new Upsert(result, Optional.of(id));
    }

    static Upsert failed(Result result) {
        return new Upsert(result, Optional.empty());
    }
}
