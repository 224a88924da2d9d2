package io.mostik.salesautopilot.orders;

import io.mostik.core.json.Redacted;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An order of an external shop, with its own product data. Amounts are in its currency; extra fees are delivery cost. */
@Value.Immutable
public interface WebshopOrder {

    /** Returns the shop's number of the order, by which it is found later. */
    String orderId();

    /** Returns the columns of buyer and order that have no place of their own here, {@code email} among them. */
    RecordFields fields();

    /** Returns the buyer's address, out of {@link #fields}. */
    @Redacted
    @Value.Lazy
    default String email() {
        return fields().text(SystemField.EMAIL).orElseThrow();
    }

    /** Returns where the bill goes. */
    Optional<Address> billing();

    /** Returns where the goods go. */
    Optional<Address> delivery();

    /** Returns the delivery method, as people see it. */
    Optional<String> shippingMethod();

    /** Returns the payment method, as people see it. */
    Optional<String> paymentMethod();

    /** Returns the shop's own code of the payment method. */
    Optional<String> paymentCode();

    /** Returns the currency, as ISO 4217. */
    String currency();

    /** Returns the net cost of delivery. */
    Optional<BigDecimal> netShippingCost();

    /** Returns the gross cost of delivery. */
    Optional<BigDecimal> grossShippingCost();

    /** Returns the shop's status. */
    Optional<String> orderStatusId();

    /** Returns the name of the integration. */
    @Value.Default
    default String integrationType() {
        return "mostik";
    }

    /** Returns the lines. */
    List<WebshopLine> lines();

    /** Refuses an order without number, e-mail address, lines or a currency. */
    @Value.Check
    default void check() {
        if (orderId().isBlank()) {
            throw new IllegalArgumentException("orderId must not be blank");
        }
        if (fields().text(SystemField.EMAIL).filter(email -> !email.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("fields must hold the email");
        }
        if (lines().isEmpty()) {
            throw new IllegalArgumentException("lines must not be empty");
        }
        if (!currency().matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be ISO 4217");
        }
    }

    /** Returns what is sent, by name. */
    default Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("order_id", orderId());
        body.putAll(fields().toMap());
        shippingMethod().ifPresent(name -> body.put("shipping_method", name));
        paymentMethod().ifPresent(name -> body.put("payment_method", name));
        paymentCode().ifPresent(code -> body.put("payment_code", code));
        body.put("currency", currency());
        netShippingCost().ifPresent(cost -> body.put("netshippingcost", cost));
        grossShippingCost().ifPresent(cost -> body.put("grossshippingcost", cost));
        billing().ifPresent(address -> body.putAll(address.asBilling().toMap()));
        delivery().ifPresent(address -> body.putAll(address.asDelivery().toMap()));
        orderStatusId().ifPresent(status -> body.put("order_status_id", status));
        body.put("mssys_integration_type", integrationType());
        body.put("products", lines());
        return body;
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the values. */
    final class Builder extends ImmutableWebshopOrder.Builder {
        Builder() {}
    }
}
