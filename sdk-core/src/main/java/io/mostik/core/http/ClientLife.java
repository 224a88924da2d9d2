package io.mostik.core.http;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a client holds of its runtime: the calls under way and its share of the connections. All views of a client have
 * one life, and whichever of them is closed ends it. Thread-safe.
 */
final class ClientLife implements AutoCloseable {

    private final SdkRuntime runtime;
    private final ClientConfig config;
    private final CallsInFlight calls;
    private final AtomicBoolean closed = new AtomicBoolean();

    ClientLife(SdkRuntime runtime, ClientConfig config) {
        this.runtime = runtime;
        this.config = config;
        this.calls = runtime.track(new CallsInFlight());
    }

    CallsInFlight calls() {
        return calls;
    }

    /** Ends the calls first, then the connections if nobody else uses them, then the shared runtime if this was its last client. */
    @Override
    public void close() {
        calls.close();
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        runtime.untrack(calls);
        if (config.transport().isEmpty()) {
            runtime.leave(config);
        }
        if (config.runtime().isEmpty()) {
            SdkRuntime.leaveShared();
        }
    }
}
