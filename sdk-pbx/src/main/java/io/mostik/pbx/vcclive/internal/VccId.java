package io.mostik.pbx.vcclive.internal;

import io.mostik.core.json.Json;
import java.util.Optional;

/**
 * The envelope of an answer that tells the id of something new. What cannot be an id does not prove that it was added.
 *
 * @param response the id, as it came
 */
public record VccId(Json response) {

    /** Refuses an answer without an id; the text ends up in the failure. */
    public VccId {
        if (in(response).isEmpty()) {
            throw new IllegalStateException("response is not an id");
        }
    }

    /** Returns the id. */
    public long id() {
        return in(response).orElseThrow();
    }

    /** Returns the id that an answer is: a whole number above 0, or a text that is one. */
    static Optional<Long> in(Json answer) {
        return answer.wholeNumber().filter(id -> id > 0);
    }
}
