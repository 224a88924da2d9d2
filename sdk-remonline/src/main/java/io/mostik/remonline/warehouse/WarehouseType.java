package io.mostik.remonline.warehouse;

import io.mostik.core.json.OpenValue;

/**
 * The purpose of a warehouse. An open set.
 *
 * @param value the vendor's word
 */
public record WarehouseType(String value) implements OpenValue {

    /** Products; the vendor's default. */
    public static final WarehouseType PRODUCT = new WarehouseType("product");

    /** Assets. */
    public static final WarehouseType ASSET = new WarehouseType("asset");

    /** Checks that there is a value. */
    public WarehouseType {
        OpenValue.check(value);
    }
}
