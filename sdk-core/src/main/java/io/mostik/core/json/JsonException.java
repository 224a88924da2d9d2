package io.mostik.core.json;

/** JSON that could not be read. The text names the place and the reason, never a value. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param text place and reason, without values
     */
    public JsonException(String text) {
        super(text);
    }
}
