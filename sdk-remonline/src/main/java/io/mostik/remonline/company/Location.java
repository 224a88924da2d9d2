package io.mostik.remonline.company;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A location, or branch. */
@Value.Immutable
@JsonDeserialize(builder = Location.Builder.class)
public interface Location extends Model {

    /** Returns its id. */
    long id();

    /** Returns its name. */
    @JsonAlias("title")
    Optional<String> name();

    /** Returns its address. */
    Optional<String> address();

    /** Returns its time zone. */
    Optional<String> timezone();

    /** Returns the id of its legal entity. */
    OptionalLong legalEntityId();

    /** Returns whether it is closed. */
    @JsonProperty("is_archived")
    Optional<Boolean> isArchived();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a location. */
    final class Builder extends ImmutableLocation.Builder {
        Builder() {}
    }
}
