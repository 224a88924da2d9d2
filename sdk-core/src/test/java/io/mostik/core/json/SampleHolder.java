package io.mostik.core.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import org.immutables.value.Value;

/** A model with an optional object. */
@Value.Immutable
@JsonDeserialize(builder = SampleHolder.Builder.class)
public interface SampleHolder extends Model {
    long id();

    Optional<Sample> sample();

    static Builder builder() {
        return new Builder();
    }

    final class Builder extends ImmutableSampleHolder.Builder {
        Builder() {}
    }
}
