package io.mostik.remonline.finance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.time.Instant;
import org.immutables.value.Value;

/** A row of the report of a cashbox. */
@Value.Immutable
@JsonDeserialize(builder = CashMove.Builder.class)
public interface CashMove extends Model {

    /** Returns when it happened. */
    Instant createdAt();

    /** Returns how much. */
    BigDecimal value();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a row. */
    final class Builder extends ImmutableCashMove.Builder {
        Builder() {}
    }
}
