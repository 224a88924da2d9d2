package io.mostik.pbx.vcclive.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The record of one call. The vendor publishes its fields in part and writes it some time after the call; what is not
 * known here is kept as unknown. Durations are in seconds.
 */
@Value.Immutable
@JsonDeserialize(builder = Cdr.Builder.class)
public interface Cdr extends Model {

    /** Returns the id of the call, also of its recording. */
    String uuid();

    /** Returns who began it. */
    Optional<CdrDirection> direction();

    /** Returns the calling number; inferred. */
    @Redacted
    Optional<String> source();

    /** Returns the called number; inferred. */
    @Redacted
    Optional<String> destination();

    /** Returns the id of the project; inferred. */
    @JsonProperty("projectid")
    OptionalLong projectId();

    /** Returns the id of the queue; inferred. */
    @JsonProperty("queueid")
    OptionalLong queueId();

    /** Returns the id of the agent; inferred. */
    @JsonProperty("userid")
    OptionalLong userId();

    /** Returns the login name of the agent; inferred. */
    Optional<String> username();

    /** Returns the id of the record. */
    @JsonProperty("numberid")
    OptionalLong numberId();

    /** Returns the start of the conversation in the account's local time. */
    @JsonProperty("billing_ts")
    Optional<LocalDateTime> billingStart();

    /** Returns the start of the conversation. */
    @JsonProperty("billing_ts_utc")
    Optional<Instant> billingStartUtc();

    /** Returns the whole call without ringing. */
    @JsonProperty("billingtime")
    OptionalInt billingTime();

    /** Returns the time before the queue. */
    @JsonProperty("beforequeuetime")
    OptionalInt beforeQueueTime();

    /** Returns the time in the queue; inferred. */
    @JsonProperty("queuetime")
    OptionalInt queueTime();

    /** Returns the time of ringing; inferred. */
    @JsonProperty("ringtime")
    OptionalInt ringTime();

    /** Returns the time of talk; inferred. */
    @JsonProperty("talktime")
    OptionalInt talkTime();

    /** Returns the time on hold. */
    @JsonProperty("holdtime")
    OptionalInt holdTime();

    /** Returns the time of preparation. */
    OptionalInt prework();

    /** Returns the time of finishing. */
    OptionalInt afterwork();

    /** Returns the id of the disposition. */
    @JsonProperty("dispositionid")
    OptionalLong dispositionId();

    /** Returns 1 for not reached, 2 for reached, 3 for successful. */
    @JsonProperty("dispositionreach")
    OptionalInt dispositionReach();

    /** Returns the type of the disposition. */
    @JsonProperty("dispositionstatus")
    OptionalInt dispositionStatus();

    /** Returns the mode of the dialer. */
    @JsonProperty("dialermode")
    OptionalInt dialerMode();

    /** Returns the code of the cause of the end. */
    @JsonProperty("dc")
    Optional<String> disconnectCause();

    /** Returns the quantity that is charged. */
    @JsonProperty("call_quantity")
    Optional<BigDecimal> callQuantity();

    /** Returns the rate. */
    @JsonProperty("call_rate")
    Optional<BigDecimal> callRate();

    /** Returns the currency of the rate. */
    Optional<String> currency();

    /** Returns who deleted the recording. */
    OptionalLong deletedUserId();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a record. */
    final class Builder extends ImmutableCdr.Builder {
        Builder() {}
    }
}
