package io.mostik.datahub.connector;

import io.mostik.core.once.FeedSource;
import java.util.Optional;

/** An account of a CRM, opened with a key. Implementations are thread-safe. */
public interface HubAccount extends AutoCloseable {

    /**
     * Proves the key by one call.
     *
     * @throws io.mostik.core.AuthException if the vendor refuses it
     */
    void prove();

    /** Returns the statuses and the dictionaries. */
    FunnelSource funnel();

    /** Returns the orders. */
    RecordSource records();

    /**
     * Returns the vendor's history of stages, for {@link io.mostik.datahub.HubTable#moved}; empty if it keeps none, as by
     * default: the hub then tells what it sees.
     */
    default Optional<FeedSource<StageMove>> moves() {
        return Optional.empty();
    }

    /** Closes the client that has the key. */
    @Override
    void close();
}
