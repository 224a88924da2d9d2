package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.catalog.Category;
import io.mostik.remonline.common.Barcode;
import io.mostik.remonline.common.Unit;
import io.mostik.remonline.internal.CustomFieldsReader;
import io.mostik.remonline.internal.EmptyAsAbsent;
import io.mostik.remonline.internal.PricesReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a warehouse has of one product. */
@Value.Immutable
@JsonDeserialize(builder = StockRow.Builder.class)
public interface StockRow extends Model {

    /** Returns its id. */
    long id();

    /** Returns the name. */
    Optional<String> title();

    /** Returns the code. */
    Optional<String> code();

    /** Returns the article. */
    Optional<String> article();

    /** Returns how many are left. */
    Optional<BigDecimal> residue();

    /** Returns prices by the id of their price list. */
    @JsonProperty("price")
    @JsonAlias("prices")
    @JsonDeserialize(using = PricesReader.class)
    Map<String, BigDecimal> prices();

    /** Returns the category. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Category> category();

    /** Returns the description. */
    @Redacted
    Optional<String> description();

    /** Returns the barcodes. */
    List<Barcode> barcodes();

    /** Returns the unit. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Unit> uom();

    /** Returns whether the pieces have serial numbers. */
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

    /** Builds a row. */
    final class Builder extends ImmutableStockRow.Builder {
        Builder() {}
    }
}
