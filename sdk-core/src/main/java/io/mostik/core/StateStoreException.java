package io.mostik.core;

/**
 * The store in which the SDK remembers things failed. Says nothing about a vendor's call. A {@link StateStore#commit}
 * that throws it may have been applied, as when the connection breaks before the database confirms: read again. Keys and
 * values are not in the message.
 */
public final class StateStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param text what could not be done
     */
    public StateStoreException(String text) {
        super(text);
    }

    /**
     * Creates the failure.
     *
     * @param text what could not be done
     * @param cause the reason
     */
    public StateStoreException(String text, Throwable cause) {
        super(text, cause);
    }
}
