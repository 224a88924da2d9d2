package io.mostik.datahub.connector;

import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An order or a deal as the hub sees it, whatever the CRM. Amounts are in the account's currency. */
@Value.Immutable
public interface HubOrder {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    Optional<String> number();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns when it was closed. */
    Optional<Instant> closedAt();

    /** Returns the id of its status. */
    Optional<String> statusId();

    /** Returns the number of the vendor's group of its status. */
    OptionalInt statusGroup();

    /** Returns the id of its type. */
    OptionalLong typeId();

    /** Returns the id of the location. */
    OptionalLong locationId();

    /** Returns the id of the responsible manager. */
    OptionalLong managerId();

    /** Returns the id of the executor. */
    OptionalLong executorId();

    /** Returns the id of the client. */
    OptionalLong clientId();

    /** Returns the id of the advertising campaign. */
    Optional<String> campaignId();

    /** Returns whether it is urgent. */
    Optional<Boolean> urgent();

    /** Returns whether its deadline has passed. */
    Optional<Boolean> overdue();

    /** Returns the amount. */
    Optional<BigDecimal> total();

    /** Returns what has been paid. */
    Optional<BigDecimal> paid();

    /** Returns the sum of all discounts. */
    Optional<BigDecimal> discount();

    /** Returns the currency of its amounts; empty where it is that of the account. */
    Optional<String> currency();

    /** Returns the estimated price: a price or a range, in words. */
    Optional<String> estimated();

    /** Returns the values of the account's own fields, by the keys of the fields. */
    @Redacted
    Map<String, Json> ownFields();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an order. */
    final class Builder extends ImmutableHubOrder.Builder {
        Builder() {}
    }
}
