package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which moves or write-offs to list. */
@Value.Immutable
@JsonSerialize(as = ImmutableMoveQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface MoveQuery {

    /** Returns the id of the location; the vendor requires it. */
    long branchId();

    /** Returns the id of the warehouse. */
    OptionalLong warehouseId();

    /** Returns ids of documents. */
    List<Long> ids();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableMoveQuery.Builder {
        Builder() {}
    }
}
