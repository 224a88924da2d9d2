package io.mostik.datahub.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.datahub.statuses.DealState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The record delivered for one order. Amounts are in the account's currency, rounded half up to 2 places, times in UTC.
 * Holds the id of the client and nothing else of him, unless the settings ask for fields of the account that do.
 */
@Value.Immutable
@JsonDeserialize(builder = HubRecord.Builder.class)
@JsonSerialize(as = ImmutableHubRecord.class)
public interface HubRecord {

    /** Returns the id of the order. */
    long orderId();

    /** Returns the number on the document. */
    Optional<String> number();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns when it was closed. */
    Optional<Instant> closedAt();

    /** Returns the id of the location. */
    OptionalLong locationId();

    /** Returns the name of the location; empty if the key may not see it. */
    Optional<String> location();

    /** Returns the id of the status. */
    Optional<String> statusId();

    /** Returns the container that the status counts as; empty if it is in none. */
    Optional<String> containerKey();

    /** Returns the state of the deal; empty if the status is in no container. */
    Optional<DealState> state();

    /** Returns the cost; empty if it is not defined or could not be calculated. */
    Optional<BigDecimal> cost();

    /** Returns the sales volume; empty if it is not defined or could not be calculated. */
    Optional<BigDecimal> salesVolume();

    /** Returns the id of the responsible manager. */
    OptionalLong managerId();

    /** Returns the id of the client. */
    OptionalLong clientId();

    /** Returns the id of the advertising campaign. */
    Optional<String> adCampaignId();

    /** Returns the name of the status; this and all below only where the settings ask for the column. */
    Optional<String> status();

    /** Returns the title of the container. */
    Optional<String> stage();

    /** Returns the id of the type. */
    OptionalLong typeId();

    /** Returns the name of the type. */
    Optional<String> type();

    /** Returns first and last name of the responsible manager. */
    Optional<String> manager();

    /** Returns the id of the executor. */
    OptionalLong executorId();

    /** Returns first and last name of the executor. */
    Optional<String> executor();

    /** Returns the name of the advertising campaign. */
    Optional<String> adCampaign();

    /** Returns the amount of the order. */
    Optional<BigDecimal> total();

    /** Returns what has been paid. */
    Optional<BigDecimal> paid();

    /** Returns the sum of all discounts. */
    Optional<BigDecimal> discount();

    /** Returns the currency of the amounts; empty where it is that of the account. */
    Optional<String> currency();

    /** Returns the values of the account's own fields as text, by the keys of the fields. May be personal; not printed. */
    @Redacted
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> custom();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a record. */
    final class Builder extends ImmutableHubRecord.Builder {
        Builder() {}
    }
}
