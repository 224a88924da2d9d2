package io.mostik.remonline.tasks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a task is about. An open set.
 *
 * @param value the vendor's number
 */
public record RelatedType(@JsonValue int value) {

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

    /** Returns the type of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RelatedType of(int value) {
        return new RelatedType(value);
    }
}
