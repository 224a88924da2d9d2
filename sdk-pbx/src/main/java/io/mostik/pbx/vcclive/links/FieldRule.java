package io.mostik.pbx.vcclive.links;

import java.util.Objects;

/**
 * Where a field of one system goes in a record of VCC Live. A value: a mapping is a list of these, and may come from a
 * file.
 *
 * @param from name of the field in the source, such as {@code email} or {@code merges.FNAME}
 * @param to name of the custom field or phone slot of the record
 * @param kind how its text is read
 * @param required whether nothing is to be written without it
 */
public record FieldRule(String from, String to, Kind kind, boolean required) {

    /** How a text of the source is read. */
    public enum Kind {
        /** As it is. */
        TEXT,
        /** As texts between commas, or the elements of an array, for a field of multiple choice. */
        TEXTS,
        /** As the id of a value, for a field of single choice. */
        VALUE_ID,
        /** As a phone number, written as the vendor takes it. */
        PHONE
    }

    /** Refuses blank names. */
    public FieldRule {
        Objects.requireNonNull(kind, "kind");
        if (from.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException("from and to must not be blank");
        }
    }

    /** Returns the rule that takes a text as it is. */
    public static FieldRule text(String from, String to) {
        return new FieldRule(from, to, Kind.TEXT, false);
    }

    /** Returns the rule that takes a phone number. */
    public static FieldRule phone(String from, String to) {
        return new FieldRule(from, to, Kind.PHONE, false);
    }

    /** Returns the rule that takes texts between commas. */
    public static FieldRule texts(String from, String to) {
        return new FieldRule(from, to, Kind.TEXTS, false);
    }

    /** Returns this rule, without whose field nothing is to be written. */
    public FieldRule asRequired() {
        return new FieldRule(from, to, kind, true);
    }
}
