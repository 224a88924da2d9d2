package io.mostik.pbx.vcclive.internal;

/**
 * The envelope of an answer. Its errors were looked at before it is read.
 *
 * @param <T> what the answer holds
 * @param response the content
 */
public record VccAnswer<T>(T response) {

    /** Refuses an envelope without content; the text ends up in the failure. */
    public VccAnswer {
        if (response == null) {
            throw new IllegalStateException("response is missing");
        }
    }
}
