package io.mostik.pbx.vcclive.internal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * The envelope of an answer that may be empty: one object, or an empty array where there is none. An envelope without
 * content is neither.
 *
 * @param <T> what the answer holds
 * @param content the content, as it came
 */
public record VccMaybe<T>(
        @JsonProperty("response") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Optional<List<T>> content) {

    /** Refuses an envelope without content, and one with several objects; the text ends up in the failure. */
    public VccMaybe {
        if (content.isEmpty()) {
            throw new IllegalStateException("response is missing");
        }
        if (content.get().size() > 1) {
            throw new IllegalStateException("response holds several objects");
        }
    }

    /** Returns the content; empty if there is none. */
    public Optional<T> response() {
        return content.flatMap(found -> found.stream().findFirst());
    }
}
