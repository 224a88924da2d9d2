package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.time.LocalDateTime;
import java.util.Optional;
import org.immutables.value.Value;

/** The result of a call to set on a record. An appointment is one of a call-back kind with a next call date. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewDisposition.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface NewDisposition {

    /** Returns the id of the disposition. */
    @JsonProperty("dispositionid")
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    long dispositionId();

    /** Returns the id of the agent it is booked to. */
    @JsonProperty("userid")
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    long userId();

    /** Returns when to call back, in the account's local time. */
    @JsonProperty("next_calldate")
    @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss")
    Optional<LocalDateTime> nextCallDate();

    /** Returns the number, 1 to 9, of the phone slot to dial next. */
    @JsonProperty("next_contactid")
    Optional<String> nextContactId();

    /** Returns a comment. */
    @Redacted
    Optional<String> description();

    /** Returns whether to leave out records that an agent is working on. */
    @JsonProperty("avoid_in_call")
    Optional<Boolean> avoidInCall();

    /** Returns whether to send the SMS and e-mail configured for the disposition too; if so, each call sends them. */
    @JsonProperty("sendDispositionMessages")
    Optional<Boolean> sendMessages();

    /** Refuses a next contact that is no slot. */
    @Value.Check
    default void check() {
        if (nextContactId().filter(id -> !id.matches("[1-9]")).isPresent()) {
            throw new IllegalArgumentException("nextContactId must be 1 to 9");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a disposition. */
    final class Builder extends ImmutableNewDisposition.Builder {

        Builder() {}

        /** Sets which phone slot to dial next. */
        public Builder nextContact(PhoneSlot slot) {
            return nextContactId(Integer.toString(slot.number()));
        }
    }
}
