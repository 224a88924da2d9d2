package io.mostik.salesautopilot.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.salesautopilot.ids.ProductId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A line of an order over the vendor's catalogue. Prices are net. */
@Value.Immutable
@JsonSerialize(as = ImmutableOrderLine.class)
public interface OrderLine {

    /** Returns the product. */
    @JsonProperty("prod_id")
    Optional<ProductId> product();

    /** Returns the article number, which changes of lines take in place of the product. */
    @JsonProperty("prod_sku")
    Optional<String> sku();

    /** Returns the quantity. */
    @JsonProperty("qty")
    OptionalInt quantity();

    /** Returns the net unit price, where it is not that of the catalogue. */
    @JsonProperty("prod_price")
    Optional<BigDecimal> unitPrice();

    /** Returns the name, where it is not that of the catalogue. */
    @JsonProperty("prod_name")
    Optional<String> name();

    /** Refuses a line without a product, and quantities below 1. */
    @Value.Check
    default void check() {
        if (product().isEmpty() && sku().isEmpty()) {
            throw new IllegalArgumentException("product or sku must be given");
        }
        if (quantity().orElse(1) < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }

    /** Returns the line of a product in this quantity, at the price of the catalogue. */
    static OrderLine of(ProductId product, int quantity) {
        return builder().product(product).quantity(quantity).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableOrderLine.Builder {
        Builder() {}
    }
}
