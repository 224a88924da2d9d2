package io.mostik.remonline.orders;

import io.mostik.core.json.OpenValue;

/**
 * The kind of item of a line. An open set.
 *
 * @param value the vendor's word
 */
public record EntityType(String value) implements OpenValue {

    /** A product. */
    public static final EntityType PRODUCT = new EntityType("product");

    /** A service. */
    public static final EntityType SERVICE = new EntityType("service");

    /** Labour. */
    public static final EntityType WORK = new EntityType("work");

    /** Checks that there is a value. */
    public EntityType {
        OpenValue.check(value);
    }
}
