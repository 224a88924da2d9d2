package io.mostik.salesautopilot.lists;

import io.mostik.core.json.OpenValue;

/**
 * What a column holds. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record FieldType(String value) implements OpenValue {

    /** Short text. */
    public static final FieldType SHORTTEXT = new FieldType("shorttext");

    /** Long text. */
    public static final FieldType TEXT = new FieldType("text");

    /** Small whole number. */
    public static final FieldType SMALLINT = new FieldType("smallint");

    /** Whole number. */
    public static final FieldType INTEGER = new FieldType("integer");

    /** Decimal. */
    public static final FieldType DECIMAL = new FieldType("decimal");

    /** Flag. */
    public static final FieldType CHECKBOX = new FieldType("checkbox");

    /** One of several options, as buttons. */
    public static final FieldType RADIO = new FieldType("radio");

    /** One of several options, as a list. */
    public static final FieldType SELECT = new FieldType("select");

    /** Day. */
    public static final FieldType DATE = new FieldType("date");

    /** Time. */
    public static final FieldType DATETIME = new FieldType("datetime");

    /** Link. */
    public static final FieldType URL = new FieldType("url");

    /** File. */
    public static final FieldType FILE = new FieldType("file");

    /** Password. */
    public static final FieldType PASSWORD = new FieldType("password");

    /** Checks that there is a value. */
    public FieldType {
        OpenValue.check(value);
    }
}
