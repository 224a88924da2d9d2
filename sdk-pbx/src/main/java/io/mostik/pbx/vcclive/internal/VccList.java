package io.mostik.pbx.vcclive.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * The envelope of an answer that is a list. An envelope without its list is not an empty list.
 *
 * @param <T> what the list holds
 * @param elements the list, as it came
 */
public record VccList<T>(@JsonProperty("response") Optional<List<T>> elements) {

    /** Refuses an envelope without content; the text ends up in the failure. */
    public VccList {
        if (elements.isEmpty()) {
            throw new IllegalStateException("response is missing");
        }
    }

    /** Returns the list. */
    public List<T> response() {
        return elements.orElseThrow();
    }
}
