package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.assets.Asset;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.CustomFieldsReader;
import io.mostik.remonline.internal.EmptyAsAbsent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A repair order of version 1.0. */
@Value.Immutable
@JsonDeserialize(builder = LegacyOrder.Builder.class)
public interface LegacyOrder extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    @JsonProperty("id_label")
    Optional<String> number();

    /** Returns its status. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<LegacyStatus> status();

    /** Returns its type. */
    Optional<Named> orderType();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns when the work was done. */
    Optional<Instant> doneAt();

    /** Returns when it was closed. */
    Optional<Instant> closedAt();

    /** Returns the start of the visit. */
    Optional<Instant> scheduledFor();

    /** Returns the deadline. */
    Optional<Instant> estimatedDoneAt();

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns the id of the manager. */
    OptionalLong managerId();

    /** Returns the id of the executor. */
    OptionalLong engineerId();

    /** Returns the problem. */
    @Redacted
    Optional<String> malfunction();

    /** Returns what it looks like. */
    @Redacted
    Optional<String> appearance();

    /** Returns what came with it. */
    @Redacted
    Optional<String> packagelist();

    /** Returns the note of the manager. */
    @Redacted
    Optional<String> managerNotes();

    /** Returns the note of the technician. */
    @Redacted
    Optional<String> engineerNotes();

    /** Returns the conclusion. */
    @Redacted
    Optional<String> resume();

    /** Returns the estimated cost, in words. */
    Optional<String> estimatedCost();

    /** Returns the amount of the order. */
    Optional<BigDecimal> price();

    /** Returns what has been paid. The vendor spells it so. */
    Optional<BigDecimal> payed();

    /** Returns the sum of all discounts. */
    Optional<BigDecimal> discountSum();

    /** Returns whether it is urgent. */
    Optional<Boolean> urgent();

    /** Returns whether the deadline has passed. */
    Optional<Boolean> overdue();

    /** Returns the advertising campaign. */
    Optional<Named> adCampaign();

    /** Returns for whom it is. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<LegacyClient> client();

    /** Returns the asset to repair. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Asset> asset();

    /** Returns the parts. */
    List<LegacyLine> parts();

    /** Returns the services. */
    List<LegacyLine> operations();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    @JsonDeserialize(using = CustomFieldsReader.class)
    Map<String, Json> customFields();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an order. */
    final class Builder extends ImmutableLegacyOrder.Builder {
        Builder() {}
    }
}
