package io.mostik.remonline.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A service to create, or its new values. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewService.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewService {

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

    /** Returns whether it is labour. */
    @JsonProperty("is_labor")
    Optional<Boolean> isLabor();

    /** Returns the cost. */
    Optional<BigDecimal> cost();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a service to make. */
    final class Builder extends ImmutableNewService.Builder {
        Builder() {}
    }
}
