package io.mostik.remonline.contacts;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Named;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A person. Names, addresses and numbers are not printed. */
@Value.Immutable
@JsonDeserialize(builder = Person.Builder.class)
public interface Person extends ContactFields, Model {

    /** Returns its id. */
    long id();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns the advertising campaign. */
    Optional<Named> adCampaign();

    /** Returns the first name. */
    @Redacted
    Optional<String> firstName();

    /** Returns the last name. */
    @Redacted
    Optional<String> lastName();

    /** Returns the day of birth. */
    @Redacted
    Optional<Birthday> birthday();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a person. */
    final class Builder extends ImmutablePerson.Builder {
        Builder() {}
    }
}
