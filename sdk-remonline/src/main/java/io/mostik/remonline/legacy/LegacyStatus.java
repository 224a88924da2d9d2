package io.mostik.remonline.legacy;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A status of version 1.0. */
@Value.Immutable
@JsonDeserialize(builder = LegacyStatus.Builder.class)
public interface LegacyStatus extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    Optional<String> name();

    /** Returns its colour. */
    Optional<String> color();

    /** Returns the vendor's group, by number; see {@code orders.StatusGroup}. */
    OptionalInt group();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a status. */
    final class Builder extends ImmutableLegacyStatus.Builder {
        Builder() {}
    }
}
