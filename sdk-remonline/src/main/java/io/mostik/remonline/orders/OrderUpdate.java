package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Changes to an order or estimate; absent properties keep their value. An empty text clears a text. */
@Value.Immutable
@JsonSerialize(as = ImmutableOrderUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface OrderUpdate extends OrderFields {

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns the id of the type. */
    OptionalLong orderTypeId();

    /** Returns the id of the person or organisation. */
    OptionalLong clientId();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableOrderUpdate.Builder {
        Builder() {}
    }
}
