package io.mostik.remonline.finance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Money to book into or out of a cashbox. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewPayment.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewPayment {

    /** Returns how much, in the account's currency. */
    BigDecimal payment();

    /** Returns where it goes. */
    CashDirection direction();

    /** Returns the id of the item of cash flow; required where the account uses them. */
    @JsonProperty("cashflowitem_id")
    OptionalLong cashflowitemId();

    /** Returns the id of the client. */
    OptionalLong clientId();

    /** Returns the id of the employee; the owner of the key by default. */
    OptionalLong employeeId();

    /** Returns when it happened, if not now; sent to the second. */
    Optional<Instant> createdAt();

    /** Returns what for. */
    @Redacted
    Optional<String> description();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a payment. */
    final class Builder extends ImmutableNewPayment.Builder {
        Builder() {}
    }
}
