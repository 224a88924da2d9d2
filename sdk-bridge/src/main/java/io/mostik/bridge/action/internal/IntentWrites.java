package io.mostik.bridge.action.internal;

import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.WriteState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The writes of one action, each sent once under the id of its intent. Of what is asked only a digest is kept beside the
 * intent. Thread-safe.
 *
 * @param <S> what the vendor showed before
 * @param <R> the result
 */
public final class IntentWrites<S, R> {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration KEEP = Duration.ofDays(400);

    private final OnceWrites<Asked, S, R> writes;

    private IntentWrites(OnceWrites<Asked, S, R> writes) {
        this.writes = writes;
    }

    /** Returns the writes of an action. */
    public static <S, R> IntentWrites<S, R> of(
            ActionContext context, String action, OnceForm<S, R> form, OnceSteps<Asked, S, R> steps) {
        Kind<Asked, S, R> kind = Kind.builder("bridge/" + action, Asked.class, form.before(), form.result())
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.DIGESTED)
                .lease(form.longest().plus(MARGIN))
                .settling(form.longest().plus(MARGIN))
                .keep(KEEP)
                .build();
        return new IntentWrites<>(context.once().writes(kind, steps));
    }

    /**
     * Sends the write of an intent, or finds out what became of it.
     *
     * @param done makes the result of what the write brought; empty where the answer was lost
     */
    public ActionResult attempt(ActionCall call, Function<Optional<R>, ActionResult> done) {
        if (call.isLate() && writes.state(call.id()) == WriteState.NONE) {
            return ActionResult.refused("too_late");
        }
        OnceResult<R> known;
        try {
            known = writes.perform(call.id(), Asked.of(call));
        } catch (IllegalArgumentException e) {
            if (writes.state(call.id()) == WriteState.NONE) {
                throw e;
            }
            return ActionResult.begun("vendor_asked", Duration.ZERO);
        }
        return result(known, done);
    }

    /** Returns the result of an attempt at a workflow of a vendor's module; its own steps read back. */
    public static <R> ActionResult result(OnceResult<R> known, Function<Optional<R>, ActionResult> done) {
        if (known instanceof OnceResult.Done<R> happened) {
            return done.apply(happened.result());
        }
        if (known instanceof OnceResult.Unknown<R> unknown) {
            return ActionResult.unknown(unknown.duplicated() ? "perhaps_twice" : "outcome_unknown");
        }
        return known instanceof OnceResult.Refused<R>
                ? ActionResult.refused("refused_by_vendor")
                : ActionResult.begun("vendor_asked", Duration.ZERO);
    }
}
