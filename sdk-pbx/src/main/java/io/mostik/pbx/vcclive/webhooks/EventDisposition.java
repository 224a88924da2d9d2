package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.pbx.vcclive.projects.Assessment;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The disposition that a webhook reports. The vendor publishes its names in part; the rest is kept as unknown. */
@Value.Immutable
@JsonDeserialize(builder = EventDisposition.Builder.class)
public interface EventDisposition extends Model {

    /** Returns its id; the property that holds it is inferred. */
    @JsonProperty("dispositionid")
    @JsonAlias("id")
    OptionalLong dispositionId();

    /** Returns its name. */
    Optional<String> name();

    /** Returns what it says about the call. The vendor spells it with one s less. */
    @JsonProperty("assesment")
    @JsonAlias("assessment")
    Optional<Assessment> assessment();

    /** Returns whether the person is to be called again. */
    Optional<Boolean> callback();

    /** Returns whether agents may, must or cannot comment: {@code allow}, {@code force}, {@code disable}. */
    @JsonProperty("comment_mode")
    Optional<String> commentMode();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a disposition. */
    final class Builder extends ImmutableEventDisposition.Builder {
        Builder() {}
    }
}
