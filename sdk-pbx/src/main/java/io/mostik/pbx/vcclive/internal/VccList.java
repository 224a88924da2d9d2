package io.mostik.pbx.vcclive.internal;

import java.util.List;

/**
 * The envelope of an answer that is a list.
 *
 * @param <T> what the list holds
 * @param response the elements
 */
public record VccList<T>(List<T> response) {

    /** Refuses an envelope without content; the text ends up in the failure. */
    public VccList {
        if (response == null) {
            throw new IllegalStateException("response is missing");
        }
    }
}
