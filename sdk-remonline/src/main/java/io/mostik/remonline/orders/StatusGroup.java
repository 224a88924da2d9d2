package io.mostik.remonline.orders;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The vendor's own group of a status: 1 new, 2 in progress, 3 pending, 4 done, 5 delivery, 6 closed, 7 dropped off. The
 * numbers 3 and 7 are inferred from the order of the list.
 */
@Value.Immutable
@JsonDeserialize(builder = StatusGroup.Builder.class)
public interface StatusGroup extends Model {

    /** Returns its number. */
    int type();

    /** Returns its name. */
    Optional<String> name();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a group. */
    final class Builder extends ImmutableStatusGroup.Builder {
        Builder() {}
    }
}
