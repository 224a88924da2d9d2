package io.mostik.core.http;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls of a client that are under way, so that closing the client can end them wherever they are. */
final class CallsInFlight {

    private final Set<InFlight> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Notes a call of this thread. */
    InFlight enter(String operation) {
        InFlight call = new InFlight(this, Thread.currentThread());
        calls.add(call);
        if (closed) {
            calls.remove(call);
            throw new TransportException(
                    "the client is closed", FailureInfo.cancelled(operation, Outcome.NOT_SENT, Phase.WAIT), null);
        }
        return call;
    }

    /** Ends all calls; they fail as cancelled. New ones are refused. */
    void close() {
        closed = true;
        calls.forEach(InFlight::cancel);
    }

    /** One call of one thread. Interrupts that thread while the call lasts, and never later. */
    static final class InFlight implements AutoCloseable {

        private final CallsInFlight owner;
        private @Nullable Thread thread;
        private boolean cancelled;

        private InFlight(CallsInFlight owner, Thread thread) {
            this.owner = owner;
            this.thread = thread;
        }

        /** Returns what the caller is to see: a call that was ended from outside failed for that reason, however it broke. */
        synchronized SdkException seenAs(SdkException failure) {
            if (!cancelled || failure.failure().cancelled()) {
                return failure;
            }
            FailureInfo facts = FailureInfo.cancelled(failure.operation(), failure.outcome(), failure.phase());
            return new TransportException("cancelled, as the client was closed", facts, null).tried(failure.attempts());
        }

        private synchronized void cancel() {
            if (thread != null) {
                cancelled = true;
                thread.interrupt();
            }
        }

        /** Ends the note; takes back an interrupt of ours that the call has not used up. */
        @Override
        public synchronized void close() {
            thread = null;
            owner.calls.remove(this);
            if (cancelled) {
                Thread.interrupted();
            }
        }
    }
}
