package io.mostik.remonline.assets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.immutables.value.Value;

/** A filter of assets; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableAssetQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface AssetQuery {

    /** Returns ids of assets. */
    List<Long> ids();

    /** Returns marks. */
    List<String> uid();

    /** Returns ids of warehouses. */
    List<Long> warehouseId();

    /** Returns ids of clients. */
    List<Long> ownerId();

    /** Returns the query that finds all. */
    static AssetQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableAssetQuery.Builder {
        Builder() {}
    }
}
