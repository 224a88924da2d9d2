package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a line stands for. An open set.
 *
 * @param value the vendor's word
 */
public record EntityType(@JsonValue String value) {

    /** A product. */
    public static final EntityType PRODUCT = new EntityType("product");

    /** A service. */
    public static final EntityType SERVICE = new EntityType("service");

    /** Labour. */
    public static final EntityType WORK = new EntityType("work");

    /** Refuses a missing word. */
    public EntityType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the type of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EntityType of(String value) {
        return new EntityType(value);
    }
}
