package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeException;

/** What was to be decided has been decided meanwhile, by the vendor's answer or by another person. */
public final class AlreadySettledException extends BridgeException {

    private static final long serialVersionUID = 1L;

    private final transient Intent intent;

    AlreadySettledException(Intent intent) {
        super("there is nothing to decide: " + intent);
        this.intent = intent;
    }

    /** Returns the intent as it is. */
    public Intent intent() {
        return intent;
    }
}
