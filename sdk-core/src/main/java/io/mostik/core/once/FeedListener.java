package io.mostik.core.once;

import java.time.Duration;

/**
 * Is notified of the polls of feeds; see {@link Feed#listener}. Implementations are thread-safe and quick; what they
 * throw is logged.
 */
public interface FeedListener {

    /** Ignores everything. */
    FeedListener NONE = new FeedListener() {};

    /**
     * A poll ended.
     *
     * @param feed the key under which its position is kept
     * @param poll its result
     * @param took from its start to its end, the consumer included
     */
    default void polled(String feed, FeedPoll poll, Duration took) {}

    /**
     * A poll failed: the vendor could not be read, the consumer threw, or the store did not answer.
     *
     * @param feed the key under which its position is kept
     * @param failure what was thrown, which may hold personal data
     * @param took from its start to the failure
     */
    default void failed(String feed, Throwable failure, Duration took) {}
}
