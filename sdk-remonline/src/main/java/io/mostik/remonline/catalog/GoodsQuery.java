package io.mostik.remonline.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of products or services; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableGoodsQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface GoodsQuery {

    /** Returns ids. */
    List<Long> ids();

    /** Returns ids of categories. */
    List<Long> categories();

    /** Returns the exact name. */
    Optional<String> title();

    /** Returns articles; of products only. */
    List<String> articles();

    /** Returns barcodes. */
    List<String> barcodes();

    /** Returns a text to look for in names, articles, codes and barcodes. */
    Optional<String> q();

    /** Returns the query that finds all. */
    static GoodsQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableGoodsQuery.Builder {
        Builder() {}
    }
}
