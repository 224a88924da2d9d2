package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Unit;
import io.mostik.remonline.internal.EmptyAsAbsent;
import java.util.Optional;
import org.immutables.value.Value;

/** The product, service or labour of a line. */
@Value.Immutable
@JsonDeserialize(builder = ItemEntity.Builder.class)
public interface ItemEntity extends Model {

    /** Returns its id in the catalogue. */
    long id();

    /** Returns what it is. */
    Optional<EntityType> type();

    /** Returns its name. */
    Optional<String> title();

    /** Returns its code. */
    Optional<String> code();

    /** Returns its article. */
    Optional<String> sku();

    /** Returns whether its pieces have serial numbers. */
    Optional<Boolean> snAccounting();

    /** Returns its description. */
    @Redacted
    Optional<String> description();

    /** Returns its unit of measure. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Unit> uom();

    /** Returns whether it is hidden. */
    @JsonProperty("is_hidden")
    Optional<Boolean> isHidden();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entity. */
    final class Builder extends ImmutableItemEntity.Builder {
        Builder() {}
    }
}
