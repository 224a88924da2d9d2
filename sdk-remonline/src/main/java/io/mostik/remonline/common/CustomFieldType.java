package io.mostik.remonline.common;

import io.mostik.core.json.OpenNumber;

/**
 * The kind of a custom field. The numbers come from a working client; their meanings are partly inferred. An open set.
 *
 * @param value the vendor's number
 */
public record CustomFieldType(long value) implements OpenNumber {

    /** Yes or no. */
    public static final CustomFieldType FLAG = new CustomFieldType(0);

    /** A line of text. */
    public static final CustomFieldType TEXT = new CustomFieldType(1);

    /** A long text. */
    public static final CustomFieldType LONG_TEXT = new CustomFieldType(2);

    /** A choice from a list, told as its text. */
    public static final CustomFieldType CHOICE = new CustomFieldType(3);

    /** A time. */
    public static final CustomFieldType TIME = new CustomFieldType(4);

    /** A day. */
    public static final CustomFieldType DAY = new CustomFieldType(5);

    /** A number. */
    public static final CustomFieldType NUMBER = new CustomFieldType(6);
}
