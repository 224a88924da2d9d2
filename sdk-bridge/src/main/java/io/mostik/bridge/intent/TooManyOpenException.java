package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeException;

/** A base or a subject has as many open intents as it may have; ask again when some have ended. */
public final class TooManyOpenException extends BridgeException {

    private static final long serialVersionUID = 1L;

    TooManyOpenException(String of, int most) {
        super(of + " has " + most + " open intents, and may not have more");
    }
}
