package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that can be done at a vendor. Implementations are stateless and thread-safe. Any attempt may be a repetition,
 * after a crash, a lost answer or on another node: an action stands on a workflow or on
 * {@link io.mostik.core.once.OnceWrites} under {@link ActionCall#id}, so that a repetition reads back what is before
 * anything is sent again. A provider is asked for its actions once more for the time after a restore, with an engine that
 * only reads back: an action that happens once sends through {@link ActionContext#once}, and through nothing else.
 */
public interface Action {

    /** Returns name, fields and rules. */
    ActionSpec spec();

    /**
     * Carries it out, or finds out how far it is.
     *
     * @throws io.mostik.core.SdkException if the vendor or the way to it failed; its outcome decides what follows: tried
     *     again, refused, or read back. After an attempt that may have sent something, only a result can say that it did
     *     not happen: an exception then leads to another look, and in the end to {@code UNKNOWN}
     */
    ActionResult attempt(ActionCall call);

    /**
     * Takes over what a person found out about an unknown outcome, so that the next attempt neither waits nor asks.
     * Write records under {@link ActionCall#id} are settled by the bridge; an action whose workflow keeps records under
     * other ids settles them here. May be called again after a crash.
     */
    default void resolved(ActionCall call, boolean happened) {}

    /** Returns what intents of this and other actions are carried out one at a time for, such as {@code card:4711}. */
    default Optional<String> subject(Fields fields) {
        return Optional.empty();
    }

    /** Returns what has to be done for it again and again, on one node at a time; nothing by default. */
    default Optional<Upkeep> upkeep() {
        return Optional.empty();
    }

    /**
     * Work that nobody asks for, such as a second look at what was done.
     *
     * @param pause between the end of one run and the next
     * @param work what is done; what it throws is logged, and it runs again
     */
    record Upkeep(Duration pause, Runnable work) {}
}
