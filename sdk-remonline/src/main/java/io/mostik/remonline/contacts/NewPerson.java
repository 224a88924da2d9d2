package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** A person to create. The vendor neither merges nor rejects duplicates: search by phone first. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewPerson.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewPerson extends ContactFields {

    /** Returns the first name. */
    @Redacted
    String firstName();

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

    /** Builds a person to create. */
    final class Builder extends ImmutableNewPerson.Builder {
        Builder() {}
    }
}
