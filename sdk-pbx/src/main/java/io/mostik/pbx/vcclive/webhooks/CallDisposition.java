package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * An agent or the dialer set a disposition on a record; one set by an administrator or supervisor is not reported. The
 * vendor sends it again until it is answered with 200: use {@link #deliveryKey()} to act once.
 */
@Value.Immutable
@JsonDeserialize(builder = CallDisposition.Builder.class)
public non-sealed interface CallDisposition extends VccEvent, Model {

    /** Returns the id of the call, under which its call record and its recording are found; the dialer may set one without. */
    Optional<String> uuid();

    /** Returns the id of the project. */
    @JsonProperty("projectid")
    OptionalLong projectId();

    /** Returns the name of the project. */
    Optional<String> projectName();

    /** Returns the id of the record. */
    @JsonProperty("numberid")
    OptionalLong numberId();

    /** Returns the number of the phone slot. */
    @JsonProperty("phone_id")
    OptionalInt phoneId();

    /** Returns the id of the agent. */
    @JsonProperty("userid")
    OptionalLong userId();

    /** Returns the login name of the agent. */
    Optional<String> username();

    /** Returns the name of the agent. */
    @Redacted
    Optional<String> agentName();

    /** Returns the ids of the agent's teams. */
    @JsonProperty("teamids")
    List<Long> teamIds();

    /** Returns who began the call. */
    Optional<EventDirection> direction();

    /** Returns the calling number. */
    @Redacted
    Optional<String> source();

    /** Returns the called number. */
    @Redacted
    Optional<String> destination();

    /** Returns the disposition. */
    Optional<EventDisposition> disposition();

    /** Returns the agent's comment. */
    @Redacted
    @JsonProperty("agent_description")
    Optional<String> agentDescription();

    /** Returns whether the record is closed; if not, the dialer will call again. */
    Optional<Boolean> closed();

    /** Returns when the disposition was set, in the account's local time. */
    @JsonProperty("create_time")
    Optional<EventTime> createTime();

    /** Returns the same moment with its offset. */
    Optional<EventTime> timestamp();

    /** Returns when the record was first called, successfully or not, in the account's local time. */
    @JsonProperty("first_outbound_call_attempt")
    Optional<EventTime> firstOutboundCallAttempt();

    /** Returns how often the record was called so far. */
    @JsonProperty("sum_attempted_calls")
    OptionalInt sumAttemptedCalls();

    /** Returns when it is called next, in the account's local time. */
    @JsonProperty("next_calldate")
    Optional<EventTime> nextCallDate();

    /** Returns the number of the phone slot that is called next. */
    OptionalInt nextContactId();

    /** Returns when the call began, in the account's local time. */
    @JsonProperty("call_start_time")
    Optional<EventTime> callStartTime();

    /** Returns all custom fields of the record by name, and under {@code contacts} its contacts by phone slot. */
    @Redacted(keys = true)
    @JsonProperty("client_data")
    Map<String, Json> clientData();

    /**
     * Returns the month under which call record and recording are found: that of the start of the call, or of the
     * disposition where the vendor does not send the start. The latter can be a month late for a call over midnight.
     */
    default Optional<YearMonth> callMonth() {
        return callStartTime()
                .flatMap(EventTime::local)
                .or(() -> createTime().flatMap(EventTime::local))
                .or(() -> timestamp().flatMap(EventTime::local))
                .map((LocalDateTime time) -> YearMonth.from(time));
    }

    /**
     * Returns what stays the same when the event is sent again, and differs between events. Two dispositions of one record
     * without the id of a call and without a time look the same.
     */
    default String deliveryKey() {
        return DeliveryKey.of(
                "disposition",
                uuid().orElse(""),
                numberId().toString(),
                projectId().toString(),
                disposition()
                        .map(EventDisposition::dispositionId)
                        .map(OptionalLong::toString)
                        .orElse(""),
                timestamp()
                        .filter(EventTime::isReadable)
                        .or(() -> createTime().filter(EventTime::isReadable))
                        .or(this::timestamp)
                        .map(EventTime::value)
                        .orElse(""));
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableCallDisposition.Builder {
        Builder() {}
    }
}
