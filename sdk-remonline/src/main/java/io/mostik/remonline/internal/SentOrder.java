package io.mostik.remonline.internal;

import io.mostik.core.Paged;
import io.mostik.core.json.Json;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.NewOrderItem;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderItem;
import java.time.Instant;
import java.util.List;

/** Finds an order or estimate whose answer was lost. */
public final class SentOrder {

    private final NewOrder sent;

    private SentOrder(NewOrder sent) {
        this.sent = sent;
    }

    /** Returns what was sent. */
    public static SentOrder of(NewOrder order) {
        return new SentOrder(order);
    }

    /** Returns those of a client's orders that may be it. */
    public List<Order> candidates(Paged<Order> ordersOfClient) {
        List<Order> likely = ordersOfClient.stream().filter(this::isLikely).toList();
        return Candidates.of(likely, this::isExact);
    }

    /** Returns the lines that may be the one that was sent; what a line does not tell, or not readably, may be as it was sent. */
    public static List<OrderItem> lines(List<OrderItem> lines, NewOrderItem sent, Instant from) {
        return lines.stream()
                .filter(line -> line.entity()
                        .filter(entity -> entity.id() != sent.entityId())
                        .isEmpty())
                .filter(line -> Candidates.same(sent.quantity(), line.quantity()))
                .filter(line -> Candidates.same(sent.price(), line.price()))
                .filter(line -> Candidates.madeAfter(from, line.createdAt()))
                .toList();
    }

    private boolean isLikely(Order found) {
        return Candidates.same(sent.branchId(), found.branchId())
                && found.orderType()
                        .filter(type -> type.id() != sent.orderTypeId())
                        .isEmpty();
    }

    private boolean isExact(Order found) {
        return Candidates.kept(sent.malfunction(), found.malfunction())
                && Candidates.kept(sent.managerNotes(), found.managerNotes())
                && Candidates.kept(sent.estimatedPrice(), found.estimatedPrice())
                && sent.scheduledFor()
                        .filter(at -> !Candidates.same(at, found.scheduledFor()))
                        .isEmpty()
                && sent.customFields().keySet().stream().allMatch(field -> keeps(found, field));
    }

    private boolean keeps(Order found, String field) {
        Json there = found.customFields().getOrDefault(field, Json.of(null));
        return there.text()
                .equals(sent.customFields().getOrDefault(field, Json.of(null)).text());
    }
}
