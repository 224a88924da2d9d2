package io.mostik.bridge.action;

import io.mostik.core.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Name, fields and rules of an action.
 *
 * @param name such as {@code cards.limit.grant}
 * @param description one sentence, for the catalogue
 * @param effect what the vendor does if it happens twice
 * @param vendor the vendor whose connection it needs; empty text for none
 * @param validFor how long after acceptance a first try makes sense; empty for ever
 * @param holdsSubject whether an unknown outcome stops further intents of the same subject, as with money
 * @param fields all fields but {@code further}
 * @param results what it gives when it is done
 * @param further the prefix of fields that are not known beforehand, such as {@code field_}; empty text for none
 */
public record ActionSpec(
        String name,
        String description,
        Effect effect,
        String vendor,
        Optional<Duration> validFor,
        boolean holdsSubject,
        List<FieldSpec> fields,
        List<FieldSpec> results,
        String further) {

    /** Checks that no part is missing. */
    public ActionSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(validFor, "validFor");
        fields = List.copyOf(fields);
        results = List.copyOf(results);
        Objects.requireNonNull(further, "further");
    }
}
