package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** A person to make. The vendor may merge nothing and refuse nothing that is there already: look by phone first. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewPerson.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewPerson extends ContactFields {

    /** Returns the first name. */
    @Value.Redacted
    String firstName();

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

    /** Builds a person to make. */
    final class Builder extends ImmutableNewPerson.Builder {
        Builder() {}
    }
}
