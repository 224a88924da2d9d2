package io.mostik.salesautopilot.products;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.salesautopilot.ids.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A product of the catalogue. */
@Value.Immutable
@JsonDeserialize(builder = Product.Builder.class)
public interface Product extends Model {

    /** Returns its id. */
    @JsonProperty("prod_id")
    ProductId id();

    /** Returns its article number. */
    @JsonProperty("prod_sku")
    Optional<String> sku();

    /** Returns its name. */
    @JsonProperty("prod_name")
    Optional<String> name();

    /** Returns its net price. */
    @JsonProperty("prod_price")
    Optional<BigDecimal> price();

    /** Returns the VAT in percent. */
    @JsonProperty("prod_vat_percent")
    Optional<BigDecimal> vatPercent();

    /** Returns the currency of the price, as ISO 4217. */
    @JsonProperty("prod_currency")
    Optional<String> currency();

    /** Returns its categories. */
    @JsonProperty("prodcats")
    List<Category> categories();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableProduct.Builder {
        Builder() {}
    }
}
