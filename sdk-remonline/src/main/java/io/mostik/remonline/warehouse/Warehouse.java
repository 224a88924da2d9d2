package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A warehouse that the key may see. */
@Value.Immutable
@JsonDeserialize(builder = Warehouse.Builder.class)
public interface Warehouse extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("name")
    Optional<String> title();

    /** Returns whether it serves all locations. */
    @JsonProperty("is_global")
    Optional<Boolean> isGlobal();

    /** Returns what it holds. */
    Optional<WarehouseType> type();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a warehouse. */
    final class Builder extends ImmutableWarehouse.Builder {
        Builder() {}
    }
}
