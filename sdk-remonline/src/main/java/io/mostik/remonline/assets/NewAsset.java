package io.mostik.remonline.assets;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An asset to create, or its new values. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewAsset.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewAsset {

    /** Returns its serial number or other mark; the vendor refuses one that is there already. */
    String uid();

    /** Returns the registration number. */
    Optional<String> regNumber();

    /** Returns the group. */
    Optional<String> group();

    /** Returns the brand. */
    Optional<String> brand();

    /** Returns the model. */
    Optional<String> model();

    /** Returns the modification. */
    Optional<String> modification();

    /** Returns the colour. */
    Optional<String> color();

    /** Returns the state. */
    Optional<String> state();

    /** Returns the cost; sent as text, as the vendor's file has it. */
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    Optional<BigDecimal> cost();

    /** Returns the year of make. */
    Optional<String> year();

    /** Returns the id of the client who owns it. */
    OptionalLong ownerId();

    /** Returns the id of the warehouse, for an asset of the company. */
    OptionalLong warehouseId();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    Map<String, Json> customFields();

    /** Refuses an asset of a client that lies in stock. */
    @Value.Check
    default void check() {
        if (ownerId().isPresent() && warehouseId().isPresent()) {
            throw new IllegalArgumentException("ownerId and warehouseId exclude each other");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an asset to make. */
    final class Builder extends ImmutableNewAsset.Builder {
        Builder() {}
    }
}
