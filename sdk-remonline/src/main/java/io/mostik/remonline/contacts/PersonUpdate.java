package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** Changes to a person; absent properties keep their value. */
@Value.Immutable
@JsonSerialize(as = ImmutablePersonUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface PersonUpdate extends ContactFields {

    /** Returns the first name. */
    @Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Redacted
    Optional<String> lastName();

    /** Returns the day of birth. */
    @Redacted
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
