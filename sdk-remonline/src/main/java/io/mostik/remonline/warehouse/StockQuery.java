package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which stock to list; several filters must all hold. There is no search in texts. */
@Value.Immutable
@JsonSerialize(as = ImmutableStockQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface StockQuery {

    /** Returns the name. */
    Optional<String> title();

    /** Returns ids of products. */
    List<Long> ids();

    /** Returns ids of categories. */
    List<Long> categories();

    /** Returns articles. */
    List<String> articles();

    /** Returns barcodes. */
    List<String> barcodes();

    /** Returns whether to leave out what has run out. */
    Optional<Boolean> excludeZeroResidue();

    /** Returns the query that finds all. */
    static StockQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableStockQuery.Builder {
        Builder() {}
    }
}
