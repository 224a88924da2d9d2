package io.mostik.bridge.trigger;

import java.util.List;
import java.util.Objects;

/**
 * What a link can wait for.
 *
 * @param name such as {@code vcc.disposition}
 * @param description one sentence, for people
 * @param vendor the vendor whose connection it comes from; empty for signals of bases
 * @param kind how it comes
 * @param isChange whether the same thing comes again when it changes, so that a key needs a version
 * @param fields the first names of its data; empty if they are not known beforehand
 * @param versions those of the fields that tell one state of a thing from another
 */
public record TriggerSpec(
        String name,
        String description,
        String vendor,
        Kind kind,
        boolean isChange,
        List<String> fields,
        List<String> versions) {

    /** How events come. */
    public enum Kind {
        /** The vendor posts them. */
        HOOK,
        /** The bridge asks for them. */
        FEED,
        /** A base posts them. */
        SIGNAL
    }

    /** Keeps unmodifiable copies. */
    public TriggerSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(kind, "kind");
        fields = List.copyOf(fields);
        versions = List.copyOf(versions);
    }
}
