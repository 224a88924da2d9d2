package io.mostik.remonline.orders;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.util.Optional;
import org.immutables.value.Value;

/** A type of order, such as paid or warranty repair; accounts define their own. */
@Value.Immutable
@JsonDeserialize(builder = OrderType.Builder.class)
public interface OrderType extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("title")
    Optional<String> name();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a type. */
    final class Builder extends ImmutableOrderType.Builder {
        Builder() {}
    }
}
