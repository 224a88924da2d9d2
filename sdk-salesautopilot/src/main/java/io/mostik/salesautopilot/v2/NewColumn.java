package io.mostik.salesautopilot.v2;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** A column to add to a list. The vendor does not show the names under which type and label are sent: inferred. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewColumn.class)
public interface NewColumn {

    /** Returns its technical name: 5 to 64 characters, {@code a} to {@code z}, digits and underscores after a letter. */
    String name();

    /** Returns what it holds. */
    ColumnType type();

    /** Returns what people see. */
    Optional<String> label();

    /** Returns what it holds at first. */
    Optional<String> defaultValue();

    /** Refuses names that the vendor would refuse. */
    @Value.Check
    default void check() {
        if (!name().matches("[a-z][a-z0-9_]{4,63}")) {
            throw new IllegalArgumentException(
                    "name must be 5 to 64 lower-case Latin letters, digits and underscores, a letter first");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableNewColumn.Builder {
        Builder() {}
    }
}
