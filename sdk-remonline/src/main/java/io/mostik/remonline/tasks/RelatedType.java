package io.mostik.remonline.tasks;

import io.mostik.core.json.OpenNumber;

/**
 * The object that a task refers to. An open set.
 *
 * @param value the vendor's number
 */
public record RelatedType(long value) implements OpenNumber {

    /** An order. */
    public static final RelatedType ORDER = new RelatedType(2);

    /** An inquiry, or lead. */
    public static final RelatedType INQUIRY = new RelatedType(3);

    /** A client. */
    public static final RelatedType CLIENT = new RelatedType(4);

    /** Another task. */
    public static final RelatedType TASK = new RelatedType(6);

    /** An invoice. */
    public static final RelatedType INVOICE = new RelatedType(9);
}
