package io.mostik.salesautopilot.products;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.salesautopilot.ids.CategoryId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What to change of a product; what is absent stays. A price needs its currency. */
@Value.Immutable
@JsonSerialize(as = ImmutableProductUpdate.class)
public interface ProductUpdate {

    /** Returns the new name. */
    @JsonProperty("prod_name")
    Optional<String> name();

    /** Returns the new net price. */
    @JsonProperty("prod_price")
    Optional<BigDecimal> price();

    /** Returns the new VAT in percent. */
    @JsonProperty("prod_vat_percent")
    Optional<BigDecimal> vatPercent();

    /** Returns the new currency: {@code EUR}, {@code USD} or {@code HUF}. */
    @JsonProperty("prod_currency")
    Optional<String> currency();

    /** Returns the new article number. */
    @JsonProperty("prod_sku")
    Optional<String> sku();

    /** Returns the new categories, in place of the old ones. */
    @JsonProperty("prodcat_ids")
    Optional<List<CategoryId>> categories();

    /** Refuses prices below zero and currencies that the catalogue does not have. */
    @Value.Check
    default void check() {
        PriceCheck.check(price(), currency());
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableProductUpdate.Builder {
        Builder() {}
    }
}
