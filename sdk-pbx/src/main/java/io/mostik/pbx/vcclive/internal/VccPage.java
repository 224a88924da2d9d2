package io.mostik.pbx.vcclive.internal;

/**
 * The envelope of a page.
 *
 * @param <T> what the page holds
 * @param response the page
 */
public record VccPage<T>(VccRows<T> response) {

    /** Refuses an envelope without content; the text ends up in the failure. */
    public VccPage {
        if (response == null) {
            throw new IllegalStateException("response is missing");
        }
    }
}
