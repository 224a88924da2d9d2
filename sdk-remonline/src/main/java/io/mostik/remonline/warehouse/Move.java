package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Goods moved between warehouses, or written off: a write-off has no target. */
@Value.Immutable
@JsonDeserialize(builder = Move.Builder.class)
public interface Move extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    @JsonProperty("id_label")
    Optional<String> number();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns the id of who made it. */
    OptionalLong createdById();

    /** Returns the note. */
    @Redacted
    Optional<String> description();

    /** Returns the lines. */
    List<DocumentLine> products();

    /** Returns the id of the warehouse. */
    OptionalLong warehouseId();

    /** Returns the name of the warehouse they left. */
    Optional<String> sourceWarehouseTitle();

    /** Returns the name of the warehouse they went to. */
    Optional<String> targetWarehouseTitle();

    /** Returns their cost. */
    Optional<BigDecimal> cost();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a move. */
    final class Builder extends ImmutableMove.Builder {
        Builder() {}
    }
}
