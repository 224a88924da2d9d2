package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A payment during a call began or ended: the vendor sends one event when it begins, and one with its outcome. */
@Value.Immutable
@JsonDeserialize(builder = PaymentTransaction.Builder.class)
public non-sealed interface PaymentTransaction extends VccEvent, Model {

    /** Returns the payment. */
    Payment payment();

    /** Returns whether the call goes on. */
    @JsonProperty("in_call")
    Optional<Boolean> inCall();

    /** Returns the id of the call. */
    Optional<String> uuid();

    /** Returns the id of the record. */
    @JsonProperty("numberid")
    OptionalLong numberId();

    /** Returns the id of the project. */
    @JsonProperty("projectid")
    OptionalLong projectId();

    /** Returns the id of the agent. */
    @JsonProperty("userid")
    OptionalLong userId();

    /** Returns the login name of the agent. */
    Optional<String> username();

    /** Returns the ids of the agent's teams. */
    @JsonProperty("teamids")
    List<Long> teamIds();

    /** Returns when. */
    Optional<EventTime> timestamp();

    /** Returns all custom fields of the record by name. */
    @Redacted(keys = true)
    @JsonProperty("client_data")
    Map<String, Json> clientData();

    /**
     * Returns what stays the same when the event is sent again, and differs between beginning and outcome. Two payments
     * without the id of a transaction and without a time look the same.
     */
    default String deliveryKey() {
        String status = payment().status().map(PaymentStatus::value).orElse("");
        String time = timestamp().map(EventTime::value).orElse("");
        return DeliveryKey.transaction(payment())
                .map(id -> DeliveryKey.of("payment", id, status, status.isEmpty() ? time : ""))
                .orElseGet(() -> DeliveryKey.of(
                        "payment", uuid().orElse(""), status, time, numberId().toString()));
    }

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutablePaymentTransaction.Builder {
        Builder() {}
    }
}
