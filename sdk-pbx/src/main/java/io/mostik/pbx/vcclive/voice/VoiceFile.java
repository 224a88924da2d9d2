package io.mostik.pbx.vcclive.voice;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.Optional;
import org.immutables.value.Value;

/** A recording that was not archived yet. */
@Value.Immutable
@JsonDeserialize(builder = VoiceFile.Builder.class)
public interface VoiceFile extends Model {

    /** Returns the id of the call. */
    @JsonAlias({"UUID", "Uuid"})
    String uuid();

    /** Returns the year under which it is found, in four digits. */
    String year();

    /** Returns the month under which it is found, in two digits. */
    String month();

    /** Returns the name of the file, which tells time, agent, both numbers and disposition. */
    @Redacted
    Optional<String> name();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a recording. */
    final class Builder extends ImmutableVoiceFile.Builder {
        Builder() {}
    }
}
