package io.mostik.remonline.bookings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** A line to add to a booking. */
@Value.Immutable
@JsonSerialize(as = ImmutableNewBookingItem.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface NewBookingItem {

    /** Returns the id of the product or service. */
    long entityId();

    /** Returns how many. */
    BigDecimal quantity();

    /** Returns the price of one. */
    Optional<BigDecimal> price();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableNewBookingItem.Builder {
        Builder() {}
    }
}
