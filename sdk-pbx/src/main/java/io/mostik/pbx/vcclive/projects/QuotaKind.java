package io.mostik.pbx.vcclive.projects;

import io.mostik.core.json.OpenValue;

/**
 * How the values of a new field limit the number of records reached. An open set: a newer wordis kept as it came.
 *
 * @param value the vendor's word
 */
public record QuotaKind(String value) implements OpenValue {

    /** Not at all. */
    public static final QuotaKind NONE = new QuotaKind("none");

    /** Each value by itself. */
    public static final QuotaKind EDGE = new QuotaKind("edge");

    /** In combination with other fields. */
    public static final QuotaKind CELL = new QuotaKind("cell");

    /** Checks that there is a value. */
    public QuotaKind {
        OpenValue.check(value);
    }
}
