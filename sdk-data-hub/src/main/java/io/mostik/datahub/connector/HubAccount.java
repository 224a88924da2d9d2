package io.mostik.datahub.connector;

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

    /** Closes the client that has the key. */
    @Override
    void close();
}
