package io.mostik.remonline.contracts;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One operation: how it is called, what goes out, what comes back.
 *
 * @param <C> the client
 * @param operation its name, and that of the file with the answer
 * @param request verb and target as they are to be on the wire
 * @param body as it is to be on the wire, if there is one
 * @param call calls it and takes one value from the answer
 * @param expected that value
 */
record Contract<C>(String operation, String request, Optional<String> body, Function<C, Object> call, Object expected) {

    static <C> Contract<C> of(String operation, String request, Function<C, Object> call, Object expected) {
        return new Contract<>(operation, request, Optional.empty(), call, expected);
    }

    Contract<C> sending(String json) {
        return new Contract<>(operation, request, Optional.of(json), call, expected);
    }

    static <C> Function<C, Object> done(Consumer<C> call) {
        return client -> {
            call.accept(client);
            return "";
        };
    }

    String answer() {
        return operation + ".json";
    }

    @Override
    public String toString() {
        return operation;
    }
}
