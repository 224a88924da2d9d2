package io.mostik.pbx.vcclive;

import io.mostik.core.Effect;
import java.util.function.Consumer;

/**
 * What one operation promises.
 *
 * @param operation its name
 * @param effect what it does at the vendor
 * @param use calls it
 * @param request verb and target as they stand on the wire, then the body if there is one
 * @param answer the content of the vendor's envelope
 */
record Contract(String operation, Effect effect, Consumer<VccLive> use, String request, String answer) {

    static Contract read(String operation, Consumer<VccLive> use, String request, String answer) {
        return new Contract(operation, Effect.READ, use, request, answer);
    }

    static Contract repeatable(String operation, Consumer<VccLive> use, String request, String answer) {
        return new Contract(operation, Effect.REPEATABLE, use, request, answer);
    }

    static Contract once(String operation, Consumer<VccLive> use, String request, String answer) {
        return new Contract(operation, Effect.ONCE, use, request, answer);
    }

    @Override
    public String toString() {
        return operation;
    }
}
