package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.internal.EpochMillis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An order to make. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewLegacyOrder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewLegacyOrder {

    /** Returns the id of the location. */
    long branchId();

    /** Returns the id of the type. */
    long orderType();

    /** Returns the id of the client. */
    long clientId();

    /** Returns the id of the asset. */
    OptionalLong assetId();

    /** Returns what came with it. */
    @Redacted
    Optional<String> packagelist();

    /** Returns what it looks like. */
    @Redacted
    Optional<String> appearance();

    /** Returns the problem. */
    @Redacted
    Optional<String> malfunction();

    /** Returns whether it is urgent. */
    Optional<Boolean> urgent();

    /** Returns the estimated cost. */
    Optional<BigDecimal> estimatedCost();

    /** Returns the visit of the specialist. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    Optional<Instant> assignedAt();

    /** Returns the deadline. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    Optional<Instant> estimatedDoneAt();

    /** Returns the id of the manager. */
    OptionalLong manager();

    /** Returns the id of the executor. */
    OptionalLong engineer();

    /** Returns the note of the manager. */
    @Redacted
    Optional<String> managerNotes();

    /** Returns the end of the warranty. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    Optional<Instant> warrantyDate();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    Map<String, Json> customFields();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an order to make. */
    final class Builder extends ImmutableNewLegacyOrder.Builder {
        Builder() {}
    }
}
