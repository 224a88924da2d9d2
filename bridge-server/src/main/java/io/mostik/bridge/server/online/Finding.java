package io.mostik.bridge.server.online;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that was looked at at a vendor.
 *
 * @param kind what came of it
 * @param place file, line and names from the outside in, such as {@code line 12, links.calls.map.field_phone1}
 * @param reason what was found, in words; without secrets
 */
public record Finding(Kind kind, String place, String reason) {

    /** What came of a look. */
    public enum Kind {
        /** The account has what the settings say. */
        FITS,
        /** It has not: a document would be refused. */
        WRONG,
        /** The vendor could not be asked, or its answer could not be read. */
        FAILED,
        /** Nothing reads it, or it is known only once an event comes. */
        UNCHECKED
    }

    /** Checks that no part is missing. */
    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-9s  %s: %s", kind.name().toLowerCase(Locale.ROOT), place, reason);
    }
}
