package io.mostik.remonline.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A product to create, or its new values. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewProduct.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewProduct {

    /** Returns the id of the category. */
    long categoryId();

    /** Returns the name. */
    String title();

    /** Returns the id of the unit. */
    OptionalLong uomId();

    /** Returns the length of the warranty. */
    OptionalInt warranty();

    /** Returns the unit of the warranty, by the vendor's number; its values are not documented. */
    OptionalInt warrantyPeriod();

    /** Returns the barcodes. */
    List<String> barcodes();

    /** Returns prices by the id of their price list. */
    Map<String, BigDecimal> prices();

    /** Returns the description. */
    @Redacted
    Optional<String> description();

    /** Returns the code. */
    Optional<String> code();

    /** Returns the article. */
    Optional<String> article();

    /** Returns whether pieces have serial numbers; can be said only when it is made. */
    @JsonProperty("is_serial")
    Optional<Boolean> isSerial();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    Map<String, Json> customFields();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a product to make. */
    final class Builder extends ImmutableNewProduct.Builder {
        Builder() {}
    }
}
