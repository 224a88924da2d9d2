package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.time.LocalDateTime;
import java.util.Optional;
import org.immutables.value.Value;

/** What the elements of a batch have in common. */
@Value.Immutable
@JsonSerialize(as = ImmutableDispositionDefaults.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface DispositionDefaults {

    /** Returns the id of the disposition. */
    @JsonProperty("dispositionid")
    Optional<String> dispositionId();

    /** Returns the id of the agent it is booked to. */
    @JsonProperty("userid")
    Optional<String> userId();

    /** Returns when to call back, in the account's local time. */
    @JsonProperty("next_calldate")
    @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss")
    Optional<LocalDateTime> nextCallDate();

    /** Returns a comment. */
    @Redacted
    Optional<String> description();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the settings. */
    final class Builder extends ImmutableDispositionDefaults.Builder {

        Builder() {}

        /** Sets the id of the disposition. */
        public Builder dispositionId(long id) {
            return dispositionId(Long.toString(id));
        }

        /** Sets the id of the agent it is booked to. */
        public Builder userId(long id) {
            return userId(Long.toString(id));
        }
    }
}
