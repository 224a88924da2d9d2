package io.mostik.core.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells the listener and the log. A listener that throws must not turn a call that went well into one that failed. */
final class Listening {

    private static final Logger LOG = System.getLogger("io.mostik.http");

    private final CallListener listener;

    Listening(CallListener listener) {
        this.listener = listener;
    }

    void exchange(CallListener.Exchange exchange) {
        tell(heard -> heard.onExchange(exchange));
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, exchange.toString());
        }
    }

    void waiting(CallListener.Wait wait) {
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

    /** Tells whoever wants to know what one call brought. */
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
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "call listener failed: " + e.getClass().getName());
        }
    }
}
