package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Goods to write off. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewOutcome.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewOutcome {

    /** Returns the id of the warehouse. */
    long warehouse();

    /** Returns the note. */
    @Redacted
    Optional<String> description();

    /** Returns the lines. */
    List<MoveLine> entities();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a write-off to make. */
    final class Builder extends ImmutableNewOutcome.Builder {
        Builder() {}
    }
}
