package io.mostik.core.webhook;

import java.util.Optional;

/**
 * Receives the result of each request, refusals in particular: nothing is refused silently. The log
 * {@code io.mostik.webhook} tells of refusals and failures in any case. Implementations are thread-safe and quick; what
 * they throw is ignored.
 */
@FunctionalInterface
public interface WebhookListener {

    /** The result of a request. */
    enum Result {
        /** Its event was handled, or stored in the inbox. */
        ACCEPTED,
        /** Its event was known; nothing was done. */
        DUPLICATE,
        /** Its event is being handled at this moment; the sender was asked to come again. */
        IN_PROGRESS,
        /** It was proven but could not be read, and is kept in the inbox to be replayed. */
        KEPT_UNREADABLE,
        /** It was refused. */
        REFUSED,
        /** The handler or the store failed; the sender was asked to come again. */
        FAILED,
        /** A handler behind an inbox failed: the event is tried again, or is a dead letter now. */
        HANDLER_FAILED,
        /** It was no event: a check of the address, or the verb {@code HEAD}. */
        CHECKED
    }

    /**
     * The result of one request. Prints no value that came with it.
     *
     * @param receiver name of the receiver
     * @param result the result
     * @param reason why, in one line without content; empty if all is well
     * @param request verb, names and sizes of what came
     * @param id what tells the event from others, where it is known
     * @param failure what the handler or the store threw, which may hold personal data
     */
    record Notice(
            String receiver,
            Result result,
            String reason,
            String request,
            Optional<String> id,
            Optional<Throwable> failure) {

        /** Returns the notice without its failure. */
        @Override
        public String toString() {
            return receiver + " " + result + (reason.isEmpty() ? "" : " (" + reason + ")") + ": " + request;
        }
    }

    /** Called for each request after it was processed. */
    void told(Notice notice);
}
