package io.mostik.datahub;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.datahub.connector.HubConnector;
import java.util.Objects;

/** Collects the settings of a connection. Obtained from {@link HubConnection#builder}; belongs to one thread. */
public final class HubConnectionBuilder {

    private static final int REMEMBERED = 20_000;

    private final StateStore store;
    private final HubConnector connector;
    private String name = "main";
    private TimeSource time = TimeSource.system();
    private int rememberedItems = REMEMBERED;

    HubConnectionBuilder(StateStore store, HubConnector connector) {
        this.store = Objects.requireNonNull(store, "store");
        this.connector = Objects.requireNonNull(connector, "connector");
    }

    /**
     * Sets the name under which the store keeps it, at most 60 characters without a slash; {@code main} by default.
     * One for each account.
     */
    public HubConnectionBuilder name(String newName) {
        name = Objects.requireNonNull(newName, "name");
        return this;
    }

    /** Sets the clock, for tests; the machine's by default. */
    public HubConnectionBuilder time(TimeSource clock) {
        time = Objects.requireNonNull(clock, "time");
        return this;
    }

    /** Sets of how many orders the sums of lines are remembered in memory; 20,000 by default, about 10 MB. */
    public HubConnectionBuilder rememberedItems(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("rememberedItems must not be negative");
        }
        rememberedItems = most;
        return this;
    }

    /** Returns the connection; nothing is sent. */
    public HubConnection build() {
        return new HubConnection(
                new ConnectionStore(store, time, connector.vendor(), name), connector, time, rememberedItems);
    }
}
