package io.mostik.remonline.legacy;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An entry of the old list of services. Its name and price are known; everything else sent is in {@code unknown()}. */
@Value.Immutable
@JsonDeserialize(builder = ServiceOperation.Builder.class)
public interface ServiceOperation extends Model {

    /** Returns its id; inferred. */
    OptionalLong id();

    /** Returns its name. */
    Optional<String> title();

    /** Returns its price. */
    Optional<BigDecimal> price();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry. */
    final class Builder extends ImmutableServiceOperation.Builder {
        Builder() {}
    }
}
