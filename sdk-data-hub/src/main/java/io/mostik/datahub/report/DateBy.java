package io.mostik.datahub.report;

import java.time.Instant;
import java.util.Optional;

/** Which time of an order decides whether it falls into a period. */
public enum DateBy {
    /** When it was made. */
    CREATED,
    /** When it was closed; orders that are open fall into no period. */
    CLOSED;

    /** Returns that time of a record. */
    public Optional<Instant> of(HubRecord order) {
        return this == CREATED ? order.createdAt() : order.closedAt();
    }
}
