package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeNames;

/**
 * What tells an intent from all others. The same key with the same content is the same intent; with other content it is
 * refused.
 *
 * @param base who asks: the name of a base, or {@code link:} and the name of a link
 * @param action the name of the action
 * @param document the caller's document, normalised: GUIDs in small letters and without braces
 * @param line the line of the document; empty text if it has none
 */
public record IntentKey(String base, String action, String document, String line) {

    /** Checks and normalises the parts; the name of what is wrong is in the message. */
    public IntentKey {
        base = BridgeNames.key("base", base);
        action = BridgeNames.key("action", action);
        document = BridgeNames.document(document);
        line = line.isEmpty() ? line : BridgeNames.key("line", line);
    }

    /** Returns the key of a document without lines. */
    public static IntentKey of(String base, String action, String document) {
        return new IntentKey(base, action, document, "");
    }

    @Override
    public String toString() {
        return base + "/" + action + "/" + document + (line.isEmpty() ? "" : "/" + line);
    }
}
