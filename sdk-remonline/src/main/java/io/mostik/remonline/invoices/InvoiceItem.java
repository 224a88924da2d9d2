package io.mostik.remonline.invoices;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A line of an invoice. */
@Value.Immutable
@JsonDeserialize(builder = InvoiceItem.Builder.class)
public interface InvoiceItem extends Model {

    /** Returns its id. */
    long id();

    /** Returns what it is for. */
    Optional<String> title();

    /** Returns whether it is a service. */
    Optional<Boolean> service();

    /** Returns how many. */
    @JsonAlias("quantity")
    Optional<BigDecimal> amount();

    /** Returns the price of one. */
    Optional<BigDecimal> price();

    /** Returns the id of the order. */
    @JsonAlias("orderId")
    OptionalLong orderId();

    /** Returns the id of the unit. */
    @JsonAlias("uomId")
    OptionalLong uomId();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a line. */
    final class Builder extends ImmutableInvoiceItem.Builder {
        Builder() {}
    }
}
