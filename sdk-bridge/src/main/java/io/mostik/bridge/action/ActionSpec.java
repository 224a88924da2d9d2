package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.Effect;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /**
     * Reads the fields of a request into their fixed spelling, in the order of this action, so that the same request gives
     * equal fields however it was written. What 1C writes for nothing (blanks, the empty reference, the empty date) counts as
     * left out.
     *
     * @param given the fields by name, without those that say which document and account is meant
     * @param zone the zone of times that name none
     * @param region where national telephone numbers are from, in two letters; without it only numbers with a plus are read
     * @throws FieldException if a field is missing, not known, or cannot be read
     */
    public Fields read(Map<String, String> given, ZoneId zone, Optional<String> region) {
        FieldReader reader = new FieldReader(zone, region);
        Map<String, String> read = new LinkedHashMap<>();
        for (FieldSpec field : fields) {
            Optional<String> value =
                    Optional.ofNullable(given.get(field.name())).flatMap(text -> reader.read(field, text));
            value.ifPresent(text -> read.put(field.name(), text));
            if (field.required() && value.isEmpty()) {
                throw new FieldException(field.name(), "field_missing");
            }
        }
        Set<String> known = fields.stream().map(FieldSpec::name).collect(Collectors.toSet());
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                FieldSpec field = FieldSpec.optional(furtherName(name), FieldType.TEXT, "", "");
                reader.read(field, String.valueOf(given.get(name))).ifPresent(text -> read.put(name, text));
            }
        }
        return Fields.of(read);
    }

    private String furtherName(String name) {
        if (further.isEmpty() || !name.startsWith(further) || name.length() == further.length()) {
            throw new FieldException(name, "field_unknown");
        }
        return name;
    }
}
