package io.mostik.datahub.report;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.datahub.statuses.DealState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The record delivered for one order. Amounts are in the account's currency, rounded half up to 2 places, times in UTC.
 * Holds no personal data.
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
    OptionalLong statusId();

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
    OptionalLong adCampaignId();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a record. */
    final class Builder extends ImmutableHubRecord.Builder {
        Builder() {}
    }
}
