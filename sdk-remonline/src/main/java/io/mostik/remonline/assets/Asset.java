package io.mostik.remonline.assets;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.remonline.common.Named;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An asset: a device of a client or of the company. Custom fields are beside the other ones, in {@code unknown()}.
 */
@Value.Immutable
@JsonDeserialize(builder = Asset.Builder.class)
public interface Asset extends Model {

    /** Returns its id. */
    long id();

    /** Returns its serial number or other mark. */
    Optional<String> uid();

    /** Returns its name. */
    Optional<String> title();

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

    /** Returns the cost. */
    Optional<BigDecimal> cost();

    /** Returns the year of make. */
    Optional<String> year();

    /** Returns the client who owns it. */
    Optional<Named> owner();

    /** Returns the warehouse where it lies. */
    Optional<Json> warehouse();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an asset. */
    final class Builder extends ImmutableAsset.Builder {
        Builder() {}
    }
}
