package io.mostik.core;

/** The store in which the SDK remembers things failed. Says nothing about a vendor's call. */
public final class StateStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param text what could not be done
     * @param cause the reason
     */
    public StateStoreException(String text, Throwable cause) {
        super(text, cause);
    }

    /**
     * Creates a failure that has no exception behind it.
     *
     * @param text what could not be done
     */
    public StateStoreException(String text) {
        super(text);
    }
}
