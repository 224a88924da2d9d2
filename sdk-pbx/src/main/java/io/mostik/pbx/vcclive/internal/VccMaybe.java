package io.mostik.pbx.vcclive.internal;

import java.util.Optional;

/**
 * The envelope of an answer that may be empty.
 *
 * @param <T> what the answer holds
 * @param response the content; an empty array counts as none
 */
public record VccMaybe<T>(Optional<T> response) {

    /** Reads a missing content as none. */
    public VccMaybe {
        response = response == null ? Optional.empty() : response;
    }
}
