package io.mostik.remonline.catalog;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A set of products and services sold together. */
@Value.Immutable
@JsonDeserialize(builder = Bundle.Builder.class)
public interface Bundle extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    Optional<String> title();

    /** Returns its description. */
    @Redacted
    Optional<String> description();

    /** Returns its price. */
    Optional<BigDecimal> price();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a bundle. */
    final class Builder extends ImmutableBundle.Builder {
        Builder() {}
    }
}
