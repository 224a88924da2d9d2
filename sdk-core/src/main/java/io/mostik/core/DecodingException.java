package io.mostik.core;

/** The vendor answered, and the answer could not be read. Its text holds the place and a scrubbed excerpt. */
public final class DecodingException extends SdkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param text what could not be read, where, and a scrubbed excerpt
     * @param failure the facts
     */
    public DecodingException(String text, Failure failure) {
        super(text, failure, null);
    }
}
