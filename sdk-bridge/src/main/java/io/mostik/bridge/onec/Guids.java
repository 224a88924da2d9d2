package io.mostik.bridge.onec;

import io.mostik.bridge.BridgeNames;
import java.util.regex.Pattern;

/** GUIDs as 1C writes them. */
final class Guids {

    static final String EMPTY = "00000000-0000-0000-0000-000000000000";

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Guids() {}

    /**
     * Returns a GUID in small letters.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String normal(String given) {
        String text = BridgeNames.document(given);
        if (!GUID.matcher(text).matches()) {
            throw new IllegalArgumentException("not a GUID");
        }
        return text;
    }
}
