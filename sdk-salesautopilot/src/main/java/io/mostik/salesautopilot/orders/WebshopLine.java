package io.mostik.salesautopilot.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
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

    /** Returns the net unit price; negative for a discount. */
    @JsonProperty("prod_price")
    BigDecimal unitPrice();

    /** Returns its categories. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<ShopCategory> categories();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableWebshopLine.Builder {
        Builder() {}
    }
}
