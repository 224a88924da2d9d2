package io.mostik.remonline.orders;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A status of this account; accounts define their own. */
@Value.Immutable
@JsonDeserialize(builder = OrderStatus.Builder.class)
public interface OrderStatus extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name in the account's language. */
    Optional<String> name();

    /** Returns its colour, such as {@code #33aa66}. */
    Optional<String> color();

    /** Returns the group it belongs to; told by the list of statuses only. */
    Optional<StatusGroup> group();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a status. */
    final class Builder extends ImmutableOrderStatus.Builder {
        Builder() {}
    }
}
