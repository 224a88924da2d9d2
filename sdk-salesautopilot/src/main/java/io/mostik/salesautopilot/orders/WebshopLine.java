package io.mostik.salesautopilot.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.immutables.value.Value;

/** A line of an order from an external shop, with its product. */
@Value.Immutable
@JsonSerialize(as = ImmutableWebshopLine.class)
public interface WebshopLine {

    /** Returns the shop's own id or article number. */
    @JsonProperty("prod_id")
    String product();

    /** Returns the name. */
    @JsonProperty("prod_name")
    String name();

    /** Returns the quantity. */
    @JsonProperty("qty")
    int quantity();

    /** Returns the VAT in percent. */
    @JsonProperty("tax")
    BigDecimal vatPercent();

    /** Returns the net unit price; negative for a discount. Shops that hold gross prices use {@link Builder#grossUnitPrice}. */
    @JsonProperty("prod_price")
    BigDecimal unitPrice();

    /** Returns its categories. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<ShopCategory> categories();

    /** Refuses a quantity below 1, a negative VAT and a line without product or name. */
    @Value.Check
    default void check() {
        if (quantity() < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        if (vatPercent().signum() < 0) {
            throw new IllegalArgumentException("vatPercent must not be negative");
        }
        if (product().isBlank() || name().isBlank()) {
            throw new IllegalArgumentException("product and name must not be blank");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableWebshopLine.Builder {

        private static final int DECIMALS = 8;

        Builder() {}

        /**
         * Sets the net unit price and the VAT by the gross unit price. The net price has 8 decimals, so that the gross sum of a line
         * comes out to the forint for up to a million pieces.
         *
         * @param gross with VAT
         * @param percent VAT in percent, not negative
         */
        public Builder grossUnitPrice(BigDecimal gross, BigDecimal percent) {
            if (percent.signum() < 0) {
                throw new IllegalArgumentException("vatPercent must not be negative");
            }
            BigDecimal factor = BigDecimal.ONE.add(percent.movePointLeft(2));
            return vatPercent(percent).unitPrice(gross.divide(factor, DECIMALS, RoundingMode.HALF_UP));
        }
    }
}
