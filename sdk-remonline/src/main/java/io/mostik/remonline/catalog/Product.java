package io.mostik.remonline.catalog;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Barcode;
import io.mostik.remonline.common.Unit;
import io.mostik.remonline.internal.CustomFieldsReader;
import io.mostik.remonline.internal.EmptyAsAbsent;
import io.mostik.remonline.internal.PricesReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A product of the catalogue. */
@Value.Immutable
@JsonDeserialize(builder = Product.Builder.class)
public interface Product extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    Optional<String> title();

    /** Returns its description. */
    @Redacted
    Optional<String> description();

    /** Returns its code. */
    Optional<String> code();

    /** Returns its article. */
    @JsonAlias("article")
    Optional<String> sku();

    /** Returns the id of its unit. */
    OptionalLong uomId();

    /** Returns its unit, where the answer holds it. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Unit> uom();

    /** Returns the id of its category. */
    OptionalLong categoryId();

    /** Returns its category, where the answer holds it. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Category> category();

    /** Returns the cost of one unit. */
    Optional<BigDecimal> cost();

    /** Returns prices by the id of their price list. */
    @JsonDeserialize(using = PricesReader.class)
    Map<String, BigDecimal> prices();

    /** Returns its barcodes. */
    List<Barcode> barcodes();

    /** Returns its warranty: an object in version 2, a number before. */
    Optional<Json> warranty();

    /** Returns the id of its usual supplier. */
    OptionalLong defaultSupplierId();

    /** Returns whether its pieces have serial numbers. */
    @JsonProperty("is_serial")
    Optional<Boolean> isSerial();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    @JsonDeserialize(using = CustomFieldsReader.class)
    Map<String, Json> customFields();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a product. */
    final class Builder extends ImmutableProduct.Builder {
        Builder() {}
    }
}
