package io.mostik.bridge.action.internal;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.ActionResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one kind of write keeps and says.
 *
 * @param before the type of what the vendor showed before
 * @param result the type of what the vendor gives
 * @param longest how long its calls can last together
 * @param code what is said when it is done
 * @param results makes the results of what the vendor gave; a lost answer leaves none
 */
public record OnceForm<S, R>(
        Class<S> before, Class<R> result, Duration longest, String code, Function<R, Fields> results) {

    /** Returns the form of a write that gives nothing but that it happened. */
    public static <S> OnceForm<S, Boolean> of(Class<S> before, Duration longest, String code) {
        return new OnceForm<>(before, Boolean.class, longest, code, any -> Fields.none());
    }

    ActionResult done(Optional<R> given) {
        return ActionResult.done(code, given.map(results).orElse(Fields.none()));
    }
}
