package io.mostik.bridge.onec.bsl;

/** An error of the language, which {@code Попытка} catches: raised by the module or by the platform. */
public final class BslException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an error. */
    public BslException(String text) {
        super(text);
    }
}
