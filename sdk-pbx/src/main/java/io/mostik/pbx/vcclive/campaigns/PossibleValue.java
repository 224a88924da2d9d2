package io.mostik.pbx.vcclive.campaigns;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A value that a field of choice can have. */
@Value.Immutable
@JsonDeserialize(builder = PossibleValue.Builder.class)
public interface PossibleValue extends Model {

    /** Returns its name. */
    Optional<String> name();

    /** Returns what agents see. */
    Optional<String> displayName();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a value. */
    final class Builder extends ImmutablePossibleValue.Builder {
        Builder() {}
    }
}
