package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** How goods taken in are paid. */
@Value.Immutable
@JsonSerialize(as = ImmutablePostingPayment.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface PostingPayment {

    /** Returns how much: negative, as money goes out. */
    BigDecimal payment();

    /** Returns the id of the cashbox. */
    OptionalLong cashbox();

    /** Returns what for. */
    @Redacted
    Optional<String> description();

    /** Returns the id of the employee. */
    OptionalLong employee();

    /** Refuses a payment that would bring money in. */
    @Value.Check
    default void check() {
        if (payment().signum() > 0) {
            throw new IllegalArgumentException("payment must not be positive");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a payment. */
    final class Builder extends ImmutablePostingPayment.Builder {
        Builder() {}
    }
}
