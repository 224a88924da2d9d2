package io.mostik.examples.onec;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A task that the bridge accepted from a 1C document, with its state. Stored before anything is sent.
 *
 * @param document GUID of the document, in small letters
 * @param errand the task
 * @param state how far it is
 * @param message what to tell people
 * @param since when it was promised
 * @param notBefore when it may be tried again, if it could not be ended yet
 * @param event number under which its end stands in the journal
 * @param ended when it ended
 */
public record Intent(
        String document,
        OnecTask errand,
        State state,
        String message,
        Instant since,
        Optional<Instant> notBefore,
        Optional<Long> event,
        Optional<Instant> ended) {

    /** Rejects null components. */
    public Intent {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(errand, "errand");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(ended, "ended");
    }

    /** Lifecycle state; every state except STARTED is terminal. */
    public enum State {
        /** Accepted; the bridge continues it, also after a crash. */
        STARTED,
        /** It happened. */
        DONE,
        /** It did not happen, and will not. */
        REFUSED,
        /** It may have happened: what the bank shows fits both, and a person has to check. */
        UNKNOWN
    }

    static Intent begun(String document, OnecTask errand, Instant now) {
        return new Intent(
                document,
                errand,
                State.STARTED,
                "started; ask again with the same document",
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Intent postponed(String why, Instant until) {
        return new Intent(document, errand, state, why, since, Optional.of(until), event, ended);
    }

    Intent ended(State end, String what, long number, Instant now) {
        return new Intent(document, errand, end, what, since, Optional.empty(), Optional.of(number), Optional.of(now));
    }

    /** Returns whether it has not ended. */
    public boolean isOpen() {
        return state == State.STARTED;
    }
}
