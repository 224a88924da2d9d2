package io.mostik.salesautopilot.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.salesautopilot.ids.ProductId;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A line of an order in the vendor's inner form. Seen in one public client. */
@Value.Immutable
@JsonSerialize(as = ImmutableItemFields.class)
public interface ItemFields {

    /** Returns the product. */
    @JsonProperty("prod_id")
    Optional<ProductId> product();

    /** Returns the article number. */
    @JsonProperty("oi_sku")
    Optional<String> sku();

    /** Returns the name. */
    @JsonProperty("oi_name")
    Optional<String> name();

    /** Returns the net unit price. */
    @JsonProperty("oi_price")
    Optional<BigDecimal> unitPrice();

    /** Returns the quantity. */
    @JsonProperty("oi_quantity")
    OptionalInt quantity();

    /** Returns the net sum. */
    @JsonProperty("oi_netto_sum")
    Optional<BigDecimal> netSum();

    /** Returns the VAT in percent. */
    @JsonProperty("oi_vat_percent")
    OptionalInt vatPercent();

    /** Returns the name of the VAT rate. */
    @JsonProperty("oi_vat_name")
    Optional<String> vatName();

    /** Returns the gross sum. */
    @JsonProperty("oi_brutto_sum")
    Optional<BigDecimal> grossSum();

    /** Returns the currency, as ISO 4217. */
    @JsonProperty("oi_currency")
    Optional<String> currency();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableItemFields.Builder {
        Builder() {}
    }
}
