package io.mostik.pbx.vcclive;

import io.mostik.core.Effect;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What one operation promises.
 *
 * @param operation its name
 * @param effect what it does at the vendor
 * @param use calls it, and returns its result
 * @param request verb and target as they stand on the wire, then the body if there is one
 * @param answer the content of the vendor's envelope
 */
record Contract(String operation, Effect effect, Function<VccLive, Object> use, String request, String answer) {

    static Contract read(String operation, Function<VccLive, Object> use, String request, String answer) {
        return new Contract(operation, Effect.READ, use, request, answer);
    }

    static Contract repeatable(String operation, Function<VccLive, Object> use, String request, String answer) {
        return new Contract(operation, Effect.REPEATABLE, use, request, answer);
    }

    static Contract once(String operation, Function<VccLive, Object> use, String request, String answer) {
        return new Contract(operation, Effect.ONCE, use, request, answer);
    }

    /** Returns the use of an operation that has no result. */
    static Function<VccLive, Object> done(Consumer<VccLive> use) {
        return vcc -> {
            use.accept(vcc);
            return "done";
        };
    }

    @Override
    public String toString() {
        return operation;
    }
}
