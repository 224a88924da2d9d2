package io.mostik.remonline.sales;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Model;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.orders.OrderItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A sale over the counter. */
@Value.Immutable
@JsonDeserialize(builder = Sale.Builder.class)
public interface Sale extends Model {

    /** Returns its id. */
    long id();

    /** Returns the number on the document. */
    Optional<String> number();

    /** Returns the id of the location. */
    OptionalLong branchId();

    /** Returns when it was made. */
    Optional<Instant> createdAt();

    /** Returns the client. */
    Optional<Named> client();

    /** Returns the note. */
    @Redacted
    Optional<String> comment();

    /** Returns the amount. */
    Optional<BigDecimal> total();

    /** Returns the lines; told by {@code get} only. */
    List<OrderItem> items();

    /** Returns a builder, for tests of your own code. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a sale. */
    final class Builder extends ImmutableSale.Builder {
        Builder() {}
    }
}
