package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.once.OnceResult;

/**
 * Why a sync refuses what it was asked for: the {@code why} of {@link OnceResult.Refused}. Nothing was sent and nothing is
 * remembered, so the same key may come again with better data. A result and not an exception: one entry that cannot be
 * taken must not stop a feed or a webhook.
 */
public enum SyncRefusal {
    /** A required field is missing or not readable, or no field is left; {@code FieldMapping.apply} names them. */
    INCOMPLETE,
    /** The status is not in the map. */
    UNKNOWN_STATUS,
    /** The key has no record whose id is known. */
    NO_RECORD,
    /** The person has left the audience, and is not called. */
    UNSUBSCRIBED,
    /** The event asks for nothing. */
    NOTHING_TO_DO;

    <R> OnceResult<R> result() {
        return new OnceResult.Refused<>(name());
    }
}
