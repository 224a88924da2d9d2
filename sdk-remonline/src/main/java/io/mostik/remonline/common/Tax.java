package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A tax. */
@Value.Immutable
@JsonDeserialize(builder = Tax.Builder.class)
public interface Tax extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("title")
    Optional<String> name();

    /** Returns the rate in per cent. */
    Optional<BigDecimal> rate();

    /** Returns the vendor's kind of tax; its values are not documented. */
    Optional<Json> type();

    /** Returns whether it is in use. */
    @JsonProperty("is_enabled")
    Optional<Boolean> isEnabled();

    /** Returns the ids of the locations where it applies. */
    List<Long> branchIds();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a tax. */
    final class Builder extends ImmutableTax.Builder {
        Builder() {}
    }
}
