package io.mostik.core.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one-shot guard. The JDK's client sends some requests a second time by itself when a connection breaks, and asks
 * for the length of the body each time: the second question is refused, so that every try is ours, and counted. The
 * first question comes after the connection is made, which also proves that nothing was sent before it.
 */
final class OneShotBody implements HttpRequest.BodyPublisher {

    private volatile HttpRequest.BodyPublisher content;
    private final AtomicBoolean started = new AtomicBoolean();
    private final Runnable beforeFirstByte;

    /**
     * Creates the body of one try.
     *
     * @param beforeFirstByte run when the connection is there and nothing has left; what it throws keeps the request back
     */
    OneShotBody(RequestBody body, Runnable beforeFirstByte) {
        this.beforeFirstByte = beforeFirstByte;
        this.content = body.isNone()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body.bytes());
    }

    /** Returns whether a byte of the request may have left. */
    boolean started() {
        return started.get();
    }

    /** Lets go of the content: the JDK's client keeps the request with the idle connection. */
    void forget() {
        content = HttpRequest.BodyPublishers.noBody();
    }

    @Override
    public long contentLength() {
        if (started.get()) {
            throw new SecondUseException();
        }
        beforeFirstByte.run();
        if (!started.compareAndSet(false, true)) {
            throw new SecondUseException();
        }
        return content.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        content.subscribe(subscriber);
    }

    /** The JDK wanted to send the request again. */
    static final class SecondUseException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        SecondUseException() {
            super("a second send by the HTTP client was refused");
        }
    }
}
