package io.mostik.salesautopilot.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A category of an external shop.
 *
 * @param id the shop's own id
 * @param name its name
 */
public record ShopCategory(
        @JsonProperty("category_id") String id,
        @JsonProperty("category_name") String name) {

    /** Rejects null components. */
    public ShopCategory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
