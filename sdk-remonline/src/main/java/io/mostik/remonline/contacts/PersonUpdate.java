package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** What to change in a person; what is left out stays. */
@Value.Immutable
@JsonSerialize(as = ImmutablePersonUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface PersonUpdate extends ContactFields {

    /** Returns the first name. */
    @Value.Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Value.Redacted
    Optional<String> lastName();

    /** Returns the day of birth. */
    @Value.Redacted
    Optional<Birthday> birthday();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutablePersonUpdate.Builder {
        Builder() {}
    }
}
