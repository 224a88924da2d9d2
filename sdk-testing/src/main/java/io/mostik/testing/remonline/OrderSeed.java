package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Fills in an order past the API: nothing is checked, counted or told to a webhook. */
public final class OrderSeed {

    private final Account account;
    private final OrderRow row;

    OrderSeed(Account account, OrderRow row) {
        this.account = account;
        this.row = row;
    }

    /** Sets the number shown to people. */
    public OrderSeed number(String number) {
        row.number = number;
        return this;
    }

    /** Sets the status; it must be in the dictionary. */
    public OrderSeed status(long statusId) {
        row.statusId =
                account.dictionaries.statuses.find(statusId).orElseThrow().id();
        return this;
    }

    /** Sets the location. */
    public OrderSeed location(long id) {
        return set("branch_id", id);
    }

    /** Sets the order type. */
    public OrderSeed type(long id) {
        return set("order_type_id", id);
    }

    /** Sets the client; it must have been seeded or created. */
    public OrderSeed client(long personId) {
        if (!account.people.has(personId)) {
            throw new IllegalArgumentException("No person " + personId);
        }
        return set("client_id", personId);
    }

    /** Sets the manager. */
    public OrderSeed manager(long employeeId) {
        return set("manager_id", employeeId);
    }

    /** Sets when it was created. */
    public OrderSeed createdAt(Instant moment) {
        row.createdAt = moment.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    /** Sets when it was modified last. */
    public OrderSeed modifiedAt(Instant moment) {
        row.modifiedAt = moment.truncatedTo(ChronoUnit.MILLIS);
        return this;
    }

    /** Sets when it was closed. */
    public OrderSeed closedAt(Instant moment) {
        row.closedAt = Optional.of(moment.truncatedTo(ChronoUnit.MILLIS));
        return this;
    }

    /** Sets what was paid, such as {@code "500.00"}. */
    public OrderSeed payed(String amount) {
        row.payed = new BigDecimal(amount);
        return this;
    }

    /** Sets the total it shows as long as it has no items. */
    public OrderSeed total(String amount) {
        row.totalWithoutItems = new BigDecimal(amount);
        return this;
    }

    /** Adds a line; the entity must be in the catalogue. */
    public OrderSeed item(long entityId, String quantity, String price, String cost) {
        ObjectNode fields = Shape.object()
                .put(
                        "entity_id",
                        account.dictionaries
                                .entities
                                .find(entityId)
                                .orElseThrow()
                                .id())
                .put("assignee_id", Dictionaries.OWNER)
                .put("quantity", quantity)
                .put("price", price)
                .put("cost", cost);
        row.items.add(new Row.Item(account.nextLine(), row.modifiedAt, fields));
        return this;
    }

    /** Sets a custom field, such as {@code f7010001}. */
    public OrderSeed customField(String key, String value) {
        row.fields().withObject("/custom_fields").put(key, value);
        return this;
    }

    /** Sets a text field by its name in v2, such as {@code malfunction} or {@code due_date}. */
    public OrderSeed set(String field, String value) {
        row.fields().put(field, value);
        return this;
    }

    private OrderSeed set(String field, long id) {
        row.fields().put(field, id);
        return this;
    }
}
