package io.mostik.bankcards.tbank.operations;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a card was used. */
@Value.Immutable
@JsonDeserialize(builder = Merchant.Builder.class)
public interface Merchant extends Model {

    /** Returns its id. */
    Optional<String> id();

    /** Returns its name. */
    Optional<String> name();

    /** Returns its street. */
    Optional<String> address();

    /** Returns its city. */
    Optional<String> city();

    /** Returns its country. */
    Optional<String> country();

    /** Returns its postal code. */
    Optional<String> index();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a merchant. */
    final class Builder extends ImmutableMerchant.Builder {
        Builder() {}
    }
}
