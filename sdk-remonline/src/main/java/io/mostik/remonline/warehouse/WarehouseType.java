package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What a warehouse holds. An open set.
 *
 * @param value the vendor's word
 */
public record WarehouseType(@JsonValue String value) {

    /** Products; the vendor's default. */
    public static final WarehouseType PRODUCT = new WarehouseType("product");

    /** Assets. */
    public static final WarehouseType ASSET = new WarehouseType("asset");

    /** Refuses a missing word. */
    public WarehouseType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the type of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WarehouseType of(String value) {
        return new WarehouseType(value);
    }
}
