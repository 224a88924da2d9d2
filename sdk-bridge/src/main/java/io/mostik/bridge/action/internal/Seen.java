package io.mostik.bridge.action.internal;

import io.mostik.bridge.text.Sha256;
import io.mostik.core.once.ReadBack;
import java.util.Optional;
import java.util.SortedMap;

/** What the vendor shows of an object before and after a write, compared. Only a digest of it is kept. */
public final class Seen {

    private Seen() {}

    /** Returns a digest of values, which says nothing of them. */
    public static String digest(SortedMap<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> {
            add(text, name);
            add(text, value);
        });
        return Sha256.hex(text.toString());
    }

    /**
     * Returns what a look at the object says: the wanted values mean that it happened, those of before that it did not,
     * others that somebody else has changed it since.
     */
    public static <R> ReadBack<R> compared(
            SortedMap<String, String> now, SortedMap<String, String> wanted, Optional<String> before, R result) {
        if (now.equals(wanted)) {
            return ReadBack.applied(result);
        }
        return before.filter(digest(now)::equals).isPresent() ? ReadBack.notApplied() : ReadBack.unknown();
    }

    private static void add(StringBuilder all, String text) {
        all.append(text.length()).append(':').append(text);
    }
}
