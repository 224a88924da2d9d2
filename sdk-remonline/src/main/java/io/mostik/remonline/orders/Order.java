package io.mostik.remonline.orders;

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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A repair order. Amounts are in the account's currency. The lines of an order come from a call of their own; an order
 * has no cost but the sum of its lines.
 */
@Value.Immutable
@JsonDeserialize(builder = Order.Builder.class)
public interface Order extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document, such as {@code B-0318}. */
    Optional<String> number();

    /** Returns its status. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<OrderStatus> status();

    /** Returns its type. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<OrderType> orderType();

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns the id of the responsible manager. */
    OptionalLong managerId();

    /** Returns the id of the executor. */
    OptionalLong assigneeId();

    /** Returns for whom it is. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<OrderClient> client();

    /** Returns who pays, if not the client. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<OrderClient> payer();

    /** Returns the asset to repair. */
    @JsonDeserialize(contentUsing = EmptyAsAbsent.class)
    Optional<Asset> asset();

    /** Returns the calendar resource. */
    Optional<Named> resource();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns when it was last changed. */
    Optional<Instant> modifiedAt();

    /** Returns when the work was done. */
    Optional<Instant> doneAt();

    /** Returns when it was closed. */
    Optional<Instant> closedAt();

    /** Returns the deadline. */
    Optional<Instant> dueDate();

    /** Returns the start of the visit. */
    Optional<Instant> scheduledFor();

    /** Returns the end of the visit. */
    Optional<Instant> scheduledTo();

    /** Returns whether it is urgent. */
    Optional<Boolean> urgent();

    /** Returns whether the deadline has passed. */
    Optional<Boolean> overdue();

    /** Returns the problem, in the client's words. */
    @Redacted
    Optional<String> malfunction();

    /** Returns the note of the manager. */
    @Redacted
    Optional<String> managerNotes();

    /** Returns the note of the technician. */
    @Redacted
    Optional<String> engineerNotes();

    /** Returns the conclusion or recommendation. */
    @Redacted
    Optional<String> resume();

    /** Returns the estimated price: a price or a range, in words. */
    Optional<String> estimatedPrice();

    /** Returns the amount of the order. */
    Optional<BigDecimal> total();

    /** Returns what has been paid. The vendor spells it so. */
    Optional<BigDecimal> payed();

    /** Returns the sum of all discounts. */
    Optional<BigDecimal> discountSum();

    /** Returns the id of the advertising campaign. */
    OptionalLong adCampaignId();

    /** Returns the account's own fields by their key {@code f<id>}. */
    @Redacted(keys = true)
    @JsonDeserialize(using = CustomFieldsReader.class)
    Map<String, Json> customFields();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an order. */
    final class Builder extends ImmutableOrder.Builder {
        Builder() {}
    }
}
