package io.mostik.remonline.catalog;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A part of a bundle. */
@Value.Immutable
@JsonDeserialize(builder = BundleEntity.Builder.class)
public interface BundleEntity extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    Optional<String> title();

    /** Returns the id of the product or service. */
    OptionalLong entityId();

    /** Returns the discount: {@code sum} and {@code pst}. */
    Optional<Json> discount();

    /** Returns the id of the price list; absent for the default one. */
    OptionalLong priceId();

    /** Returns a price of its own. */
    Optional<BigDecimal> customPrice();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a part. */
    final class Builder extends ImmutableBundleEntity.Builder {
        Builder() {}
    }
}
