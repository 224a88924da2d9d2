package io.mostik.bridge.action.internal;

import io.mostik.bridge.text.Sha256;
import io.mostik.core.once.Once;

/** Ends a write that is open in the engine beneath a workflow, as a person says. */
public final class OpenWriteEnd {

    private OpenWriteEnd() {}

    /**
     * Ends it, if it is open and nobody is sending it.
     *
     * @param kind the name of the kind of write
     * @param id its id; the engine stores it as it is, or as a digest
     */
    public static void resolve(Once once, String kind, String id, boolean happened) {
        String digest = "#" + Sha256.hex(id);
        once.pending()
                .filter(open -> open.kind().equals(kind))
                .filter(open -> open.ref().equals(id) || open.ref().equals(digest))
                .findFirst()
                .ifPresent(open -> {
                    boolean unused = once.resolve(open, happened);
                });
    }
}
