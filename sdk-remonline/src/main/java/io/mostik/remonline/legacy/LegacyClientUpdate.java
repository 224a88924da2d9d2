package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** Changes to a client; absent properties keep their value. */
@Value.Immutable
@JsonSerialize(as = ImmutableLegacyClientUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LegacyClientUpdate extends LegacyClientFields {

    /** Returns the id of the client. */
    long id();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableLegacyClientUpdate.Builder {
        Builder() {}
    }
}
