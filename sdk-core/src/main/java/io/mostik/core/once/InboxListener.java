package io.mostik.core.once;

/** Receives the results of the events of an {@link Inbox}. Implementations are thread-safe, quick, and do not throw. */
public interface InboxListener {

    /** Ignores everything. */
    InboxListener NONE = new InboxListener() {};

    /** Is called after an event was handled. */
    default void handled(String inbox, String id) {}

    /**
     * Is called after a handler failed.
     *
     * @param inbox name of the inbox
     * @param id the event's id, or its digest
     * @param attempt how many tries there were, this one included
     * @param dead whether it was the last one: the event is a dead letter now
     * @param failure what the handler threw, which may hold personal data
     */
    default void failed(String inbox, String id, int attempt, boolean dead, Throwable failure) {}
}
