package io.mostik.core.http;

import io.mostik.core.ProgressMeter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Notifies the listener and the log. A listener that throws must not make a successful call fail. */
final class ListenerNotifier {

    private static final Logger LOG = System.getLogger("io.mostik.http");

    private final CallListener listener;

    ListenerNotifier(CallListener listener) {
        this.listener = listener;
    }

    /** Tells that a call starts. */
    CallTrace started(ApiRequest request) {
        return listener == NoListener.INSTANCE
                ? CallTrace.none()
                : traceOf(new CallListener.Started(
                        request.operation(),
                        request.effect(),
                        request.plan().options().requestId()));
    }

    CallTrace traceOf(CallListener.Started started) {
        CallTrace[] trace = {CallTrace.none()};
        safely(listener, heard -> trace[0] = Objects.requireNonNull(heard.onStart(started), "trace"));
        return trace[0];
    }

    /** Returns the request with the headers of its trace. */
    static ApiRequest traced(ApiRequest request, CallTrace trace) {
        if (trace == NoTrace.INSTANCE) {
            return request;
        }
        ApiRequest[] traced = {request};
        safely(
                trace,
                followed -> followed.headers()
                        .forEach((name, value) ->
                                safely(name, header -> traced[0] = traced[0].withHeader(header, value))));
        return traced[0];
    }

    void exchange(CallListener.Exchange exchange) {
        tell(heard -> heard.onExchange(exchange));
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, exchange.toString());
        }
    }

    void waiting(CallListener.Wait wait) {
        ProgressMeter.noteWait(wait.pause());
        tell(heard -> heard.onWait(wait));
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, wait.toString());
        }
    }

    void finished(CallListener.Finished finished) {
        tell(heard -> heard.onCall(finished));
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, finished.toString());
        }
    }

    /** Tells of optional objects that could not be read: the listener of each, the log once. */
    void unreadable(String operation, List<String> places) {
        if (places.isEmpty()) {
            return;
        }
        places.forEach(place -> tell(heard -> heard.onUnreadable(new CallListener.Unreadable(operation, place))));
        LOG.log(
                Level.WARNING,
                places.size() + " optional objects of " + operation + " could not be read, the first at "
                        + places.get(0));
    }

    /** Reports rows that were left out: the caller's consumer, the listener and the log. */
    void skipped(CallListener.SkippedRows skipped, Consumer<CallListener.SkippedRows> told) {
        safely(told, asked -> asked.accept(skipped));
        tell(heard -> heard.onSkipped(skipped));
        LOG.log(Level.WARNING, skipped.count() + " rows of " + skipped.operation() + " could not be read");
    }

    /** Tells the consumer of a result what a call brought. */
    void result(Consumer<CallResult<?>> told, CallResult<?> result) {
        try {
            told.accept(result);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "listener of a result failed: " + e.getClass().getName());
        }
    }

    boolean isHeard() {
        return listener != NoListener.INSTANCE || LOG.isLoggable(Level.DEBUG);
    }

    private void tell(Consumer<CallListener> event) {
        safely(listener, event);
    }

    /** Passes an event on; what the receiver throws is logged. */
    static <T> void safely(T listener, Consumer<T> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "call listener failed: " + e.getClass().getName());
        }
    }
}
