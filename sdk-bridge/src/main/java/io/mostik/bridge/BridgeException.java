package io.mostik.bridge;

import java.util.Objects;

/** The bridge does not do what was asked; the subclass says why. Nothing was changed. */
public abstract class BridgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the refusal. */
    protected BridgeException(String text) {
        super(Objects.requireNonNull(text, "text"));
    }
}
