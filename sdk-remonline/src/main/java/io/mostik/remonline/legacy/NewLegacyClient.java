package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** A client to make. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewLegacyClient.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewLegacyClient extends LegacyClientFields {

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a client to make. */
    final class Builder extends ImmutableNewLegacyClient.Builder {
        Builder() {}
    }
}
