package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** An order or estimate to make. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewOrder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewOrder extends OrderFields {

    /** Returns the id of the location. */
    long branchId();

    /** Returns the id of the type. */
    long orderTypeId();

    /** Returns the id of the person or organisation. */
    long clientId();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an order to make. */
    final class Builder extends ImmutableNewOrder.Builder {
        Builder() {}
    }
}
