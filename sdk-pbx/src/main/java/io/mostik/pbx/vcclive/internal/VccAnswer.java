package io.mostik.pbx.vcclive.internal;

import io.mostik.core.json.Json;

/**
 * The envelope of an answer. Its errors were looked at before it is read.
 *
 * @param <T> what the answer holds
 * @param response the content
 */
public record VccAnswer<T>(T response) {

    /** Refuses an envelope without content; the text ends up in the failure. */
    public VccAnswer {
        boolean isNothing = response instanceof Json json && !json.isPresent();
        if (response == null || isNothing) {
            throw new IllegalStateException("response is missing");
        }
    }
}
