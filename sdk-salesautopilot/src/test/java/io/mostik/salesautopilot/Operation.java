package io.mostik.salesautopilot;

import io.mostik.core.Effect;
import java.util.function.Function;

/** One typed operation: how it is called, what has to leave, what the vendor answers, what has to come of it. */
record Operation(
        String name,
        Effect effect,
        Function<SalesAutopilot, Object> call,
        String verb,
        String target,
        String body,
        String answer,
        Object result) {

    static Row read(String name) {
        return new Row(name, Effect.READ);
    }

    static Row repeatable(String name) {
        return new Row(name, Effect.REPEATABLE);
    }

    static Row once(String name) {
        return new Row(name, Effect.ONCE);
    }

    @Override
    public String toString() {
        return name + " " + target;
    }

    /** A row of the table being written. */
    record Row(String name, Effect effect) {

        Sent sends(String verb, String target) {
            return sends(verb, target, "");
        }

        Sent sends(String verb, String target, String body) {
            return new Sent(this, verb, target, body.replace('\'', '"'));
        }
    }

    /** A row that knows what leaves. */
    record Sent(Row row, String verb, String target, String body) {

        Operation when(Function<SalesAutopilot, Object> call, String answer, Object result) {
            return new Operation(row.name(), row.effect(), call, verb, target, body, answer.replace('\'', '"'), result);
        }
    }
}
