package io.mostik.core.http;

import java.time.Duration;

/**
 * A limit that several processes keep together, such as one counted in Redis or in a database: asked after the limits that
 * this process keeps by itself, right before a request leaves. Give the same gate to every client that calls the vendor with
 * the same credential, through {@link ClientConfig#rateGate()}:
 *
 * <pre>{@code
 * RateGate gate = operation -> bucket.tryTake() ? Duration.ZERO : bucket.untilNext();
 * }</pre>
 *
 * <p>Must be thread-safe and quick: a connection is held meanwhile. An exception ends the call as not sent.
 *
 * @see RateLimit
 */
@FunctionalInterface
public interface RateGate {

    /**
     * Asks whether a request may leave now, and counts it if so.
     *
     * @param operation name of the endpoint, such as {@code orders.get}
     * @return zero if it may; otherwise after how long to ask again
     */
    Duration enter(String operation);

    /**
     * Called when the vendor refused a request as one too many (429); does nothing unless overridden.
     *
     * @param operation name of the endpoint
     * @param pause how long the vendor asks all callers to wait; zero if it does not say
     */
    default void refused(String operation, Duration pause) {}

    /** Returns a gate that lets everything pass. */
    static RateGate open() {
        return operation -> Duration.ZERO;
    }
}
