package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeException;

/** The key came before with other content: what is wanted now needs a new document. */
public final class OtherContentException extends BridgeException {

    private static final long serialVersionUID = 1L;

    private final transient Intent first;

    OtherContentException(Intent first) {
        super("the document came before with other content: " + first.key());
        this.first = first;
    }

    /** Returns the intent that has the key. */
    public Intent first() {
        return first;
    }
}
