package io.mostik.bridge.action.internal;

import io.mostik.bridge.action.ActionResult;

/** An action has found, before it sent anything, that it will not happen for this document. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** Creates it with the code that the document gets. */
    public Refusal(String code) {
        super(code);
        this.code = code;
    }

    ActionResult result() {
        return ActionResult.refused(code);
    }
}
