package io.mostik.salesautopilot.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.salesautopilot.ids.CategoryId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A product to add. The price is net, and in euro, dollar or forint. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewProduct.class)
public interface NewProduct {

    /** Returns its name. */
    @JsonProperty("prod_name")
    String name();

    /** Returns its net price. */
    @JsonProperty("prod_price")
    BigDecimal price();

    /** Returns the VAT in percent. */
    @JsonProperty("prod_vat_percent")
    BigDecimal vatPercent();

    /** Returns the currency: {@code EUR}, {@code USD} or {@code HUF}. */
    @JsonProperty("prod_currency")
    String currency();

    /** Returns its article number. */
    @JsonProperty("prod_sku")
    String sku();

    /** Returns its categories. */
    @JsonProperty("prodcat_ids")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<CategoryId> categories();

    /** Refuses prices below zero and currencies that the catalogue does not have. */
    @Value.Check
    default void check() {
        PriceCheck.check(Optional.of(price()), Optional.of(currency()));
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableNewProduct.Builder {
        Builder() {}
    }
}
