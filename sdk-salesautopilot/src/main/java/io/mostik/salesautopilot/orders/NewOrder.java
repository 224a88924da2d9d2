package io.mostik.salesautopilot.orders;

import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.records.RecordFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** An order of products of the vendor's catalogue: of one product by its id, or of some lines. */
@Value.Immutable
public interface NewOrder {

    /** Returns the columns of buyer and order, {@code email} among them. */
    RecordFields fields();

    /** Returns the vendor's shipping method; one id means a pair of delivery and payment. */
    OptionalLong shippingMethod();

    /** Returns the product, for forms of one fixed product. */
    Optional<ProductId> product();

    /** Returns the lines, for all other forms. */
    List<OrderLine> lines();

    /** Refuses an order without products, or with both forms of them. */
    @Value.Check
    default void check() {
        if (product().isPresent() != lines().isEmpty()) {
            throw new IllegalArgumentException("either product or lines must be given");
        }
    }

    /** Returns what is sent, by name. */
    default Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>(fields().toMap());
        shippingMethod().ifPresent(method -> body.put("shipping_method", method));
        product().ifPresent(id -> body.put("prod_id", id));
        if (!lines().isEmpty()) {
            body.put("products", lines());
        }
        return body;
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableNewOrder.Builder {
        Builder() {}
    }
}
