package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How the values of a new field limit the number of records reached. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record QuotaKind(@JsonValue String value) {

    /** Not at all. */
    public static final QuotaKind NONE = new QuotaKind("none");

    /** Each value by itself. */
    public static final QuotaKind EDGE = new QuotaKind("edge");

    /** In combination with other fields. */
    public static final QuotaKind CELL = new QuotaKind("cell");

    /** Refuses a missing word. */
    public QuotaKind {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static QuotaKind of(String value) {
        return new QuotaKind(value);
    }
}
