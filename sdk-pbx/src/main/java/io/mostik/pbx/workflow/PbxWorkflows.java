package io.mostik.pbx.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.util.Objects;

/**
 * The front door to what remembers calls of a PBX across messages, nodes and restarts: {@link CallTracker} over a
 * {@link StateStore}.
 *
 * <pre>{@code
 * PbxWebhooks webhooks = PbxWebhooks.builder().secret(key).build();
 * CallTracker calls = PbxWorkflows.of(JdbcStateStore.create(dataSource)).calls("office");
 * server.createContext("/calls", WebhookHttpHandler.of(webhooks.callData().endpoint(calls.handler(news -> crm.note(news)))));
 * }</pre>
 *
 * <p>Thread-safe, on several nodes with one store too.
 */
public final class PbxWorkflows {

    private final StateStore store;
    private final TimeSource time;

    private PbxWorkflows(StateStore store, TimeSource time) {
        this.store = Objects.requireNonNull(store, "store");
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Returns the workflows.
     *
     * @param store where they remember; shared by all nodes of the application
     */
    public static PbxWorkflows of(StateStore store) {
        return of(store, TimeSource.system());
    }

    /** Returns the workflows, with the clock by which this process waits and counts its own leases. */
    public static PbxWorkflows of(StateStore store, TimeSource time) {
        return new PbxWorkflows(store, time);
    }

    /**
     * Returns what brings the messages about each call into order.
     *
     * @param name the PBX: 1 to 52 characters of {@code a-z 0-9 . / -}; calls are remembered under it, so it must stay the
     *     same
     * @throws IllegalArgumentException if the name has other characters
     */
    public CallTracker calls(String name) {
        return new CallTracker(store, time, name);
    }

    @Override
    public String toString() {
        return "PbxWorkflows";
    }
}
