package io.mostik.remonline.common;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** A unit of measure. */
@Value.Immutable
@JsonDeserialize(builder = Unit.Builder.class)
public interface Unit extends Model {

    /** Returns its id. */
    long id();

    /** Returns its short name. */
    @JsonAlias("name")
    Optional<String> title();

    /** Returns its long name. */
    @Redacted
    Optional<String> description();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a unit. */
    final class Builder extends ImmutableUnit.Builder {
        Builder() {}
    }
}
