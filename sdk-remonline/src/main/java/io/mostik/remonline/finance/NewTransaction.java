package io.mostik.remonline.finance;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Money to book. The fields come from a live client; the reference does not show them. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewTransaction.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewTransaction {

    /** Returns how much; positive, in the account's currency. */
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    BigDecimal amount();

    /** Returns where it goes. */
    Direction direction();

    /** Returns what for. */
    @Redacted
    Optional<String> description();

    /** Returns when it happened, if not now; sent to the second. */
    Optional<Instant> customCreatedAt();

    /** Refuses an amount that is not positive. */
    @Value.Check
    default void check() {
        if (amount().signum() <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a transaction. */
    final class Builder extends ImmutableNewTransaction.Builder {
        Builder() {}
    }
}
