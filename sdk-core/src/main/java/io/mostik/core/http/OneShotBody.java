package io.mostik.core.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one-shot guard. The JDK's client sends some requests a second time by itself when a connection breaks, and asks
 * for the length of the body each time: the second question is refused, so that every try is ours, and counted. The
 * first question comes after the connection is made, which also proves that nothing was sent before it.
 */
final class OneShotBody implements HttpRequest.BodyPublisher {

    private enum State {
        FRESH,
        LEAVING,
        KEPT_BACK
    }

    private static final HttpRequest.BodyPublisher NOTHING = HttpRequest.BodyPublishers.noBody();

    private volatile HttpRequest.BodyPublisher content;
    private final AtomicReference<State> state = new AtomicReference<>(State.FRESH);
    private final Runnable beforeFirstByte;

    /**
     * Creates the body of one try.
     *
     * @param beforeFirstByte run when the connection is there and nothing has left; what it throws keeps the request back
     */
    OneShotBody(RequestBody body, Runnable beforeFirstByte) {
        this.beforeFirstByte = beforeFirstByte;
        this.content = body.isNone() ? NOTHING : HttpRequest.BodyPublishers.ofByteArray(body.bytes());
    }

    /**
     * Keeps the request back unless a byte of it may have left: a call that was interrupted or is out of time goes on for a moment
     * on the threads of the JDK's client, and must not send what is said to be unsent.
     *
     * @return whether nothing has left and nothing will
     */
    boolean keepBack() {
        state.compareAndSet(State.FRESH, State.KEPT_BACK);
        return state.get() == State.KEPT_BACK;
    }

    /** Lets go of the content: the JDK's client keeps the request with the idle connection. */
    void forget() {
        content = NOTHING;
    }

    @Override
    public long contentLength() {
        if (state.get() != State.FRESH) {
            throw new SecondUseException();
        }
        beforeFirstByte.run();
        if (!state.compareAndSet(State.FRESH, State.LEAVING)) {
            throw new SecondUseException();
        }
        return content.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        content.subscribe(subscriber);
    }

    /** The JDK wanted to send the request again, or after it was kept back. */
    static final class SecondUseException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        SecondUseException() {
            super("a second or late send by the HTTP client was refused");
        }
    }
}
