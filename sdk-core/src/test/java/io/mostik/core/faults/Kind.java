package io.mostik.core.faults;

import io.mostik.core.Effect;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;

/** What is called while something goes wrong. The verb does not decide the effect: vendors dial by GET. */
enum Kind {
    READ(Effect.READ, "GET"),
    REPEATABLE(Effect.REPEATABLE, "PUT"),
    ONCE_GET(Effect.ONCE, "GET"),
    ONCE_POST(Effect.ONCE, "POST");

    private final Effect effect;
    private final String method;

    Kind(Effect effect, String method) {
        this.effect = effect;
        this.method = method;
    }

    boolean once() {
        return effect == Effect.ONCE;
    }

    boolean hasBody() {
        return !method.equals("GET");
    }

    <T> Endpoint<T> endpoint(JsonType<T> answer) {
        return Endpoint.of(effect, "things.call", method, "/thing", answer);
    }

    /** Returns the same with another verb, as for HEAD. */
    <T> Endpoint<T> endpoint(String verb, JsonType<T> answer) {
        return Endpoint.of(effect, "things.call", verb, "/thing", answer);
    }
}
