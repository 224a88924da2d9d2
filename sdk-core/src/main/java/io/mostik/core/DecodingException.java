package io.mostik.core;

/**
 * The vendor answered, and the answer could not be read. Its text holds the place and the kind of what came, such as "a JSON
 * array of 812 bytes"; never any of the content, which is mostly about people. To see the content, decorate the transport
 * ({@code http.around(...)}).
 */
public final class DecodingException extends SdkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param text what could not be read and where, without content
     * @param failure the facts
     */
    public DecodingException(String text, FailureInfo failure) {
        super(text, failure, null);
    }
}
