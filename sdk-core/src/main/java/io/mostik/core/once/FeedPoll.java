package io.mostik.core.once;

/**
 * The result of one poll of a {@link Feed}.
 *
 * @param delivered records that the consumer has taken
 * @param known records that were read again in the overlap and left out, since they had been delivered
 * @param ahead records dated later than the request; delivered, but they do not move the position
 * @param end how the poll ended
 */
public record FeedPoll(int delivered, int known, int ahead, End end) {

    /** How a poll ended. */
    public enum End {
        /** Everything that had changed was delivered. */
        COMPLETE,
        /** Another thread or node reads under this name: nothing was asked and nothing delivered. */
        BUSY,
        /** Another thread or node has taken over, after this one had slept past its lease. It goes on there. */
        TAKEN_OVER
    }

    static final FeedPoll BUSY = new FeedPoll(0, 0, 0, End.BUSY);

    /** Returns whether another thread or node reads, so that nothing was delivered here. */
    public boolean isBusy() {
        return end == End.BUSY;
    }

    /** Returns whether everything that had changed was delivered. */
    public boolean isComplete() {
        return end == End.COMPLETE;
    }
}
