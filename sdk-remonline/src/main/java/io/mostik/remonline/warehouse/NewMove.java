package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Goods to move between warehouses. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewMove.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewMove {

    /** Returns the id of the warehouse they leave. */
    long sourceWarehouseId();

    /** Returns the id of the warehouse they go to. */
    long targetWarehouseId();

    /** Returns the note. */
    @Redacted
    Optional<String> description();

    /** Returns the lines. */
    List<MoveLine> entities();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a move to make. */
    final class Builder extends ImmutableNewMove.Builder {
        Builder() {}
    }
}
