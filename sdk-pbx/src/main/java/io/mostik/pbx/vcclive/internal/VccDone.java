package io.mostik.pbx.vcclive.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.mostik.core.json.Json;

/**
 * An answer that says no more than that something was done: {@code true}, alone or in the envelope, or an envelope with an
 * empty list of errors. Any other answer proves nothing. Errors were looked at before it is read.
 *
 * @param answer the answer as it came
 */
public record VccDone(Json answer) {

    /** Refuses an answer that proves nothing; the text ends up in the failure. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VccDone {
        Json errors = answer.get("errors");
        boolean isEmpty =
                errors.isArray() || (errors.isObject() && errors.names().isEmpty());
        if (!isEmpty && !answer.isTrue() && !answer.get("response").isTrue()) {
            throw new IllegalStateException("the answer does not say that it was done");
        }
    }
}
