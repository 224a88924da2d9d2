package io.mostik.datahub;

import io.mostik.core.json.Json;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.Discount;
import io.mostik.remonline.common.DiscountType;
import io.mostik.remonline.common.Sort;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.NewOrderItem;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderItem;
import io.mostik.remonline.orders.OrderItemUpdate;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.orders.OrderUpdate;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** People who work on orders at random, over the API: the vendor's own rules for closing and reopening hold. */
final class Office {

    private static final int KINDS = 8;

    private final RemOnline client;
    private final SplittableRandom random;

    Office(RemOnline client, SplittableRandom random) {
        this.client = client;
        this.random = random;
    }

    void edit() {
        long order = anyOrder();
        switch (random.nextInt(KINDS)) {
            case 0 -> create();
            case 1, 2 -> client.orders().setStatus(order, 1 + random.nextInt(6), "");
            case 3 ->
                client.orders()
                        .update(
                                order,
                                OrderUpdate.builder().branchId(anyLocation()).build());
            case 4 ->
                client.orders()
                        .update(
                                order,
                                OrderUpdate.builder()
                                        .putCustomField("f7010001", Json.of(random.nextInt(5) == 0 ? "many" : "7"))
                                        .build());
            default -> changeLines(order);
        }
    }

    void create() {
        client.orders()
                .create(NewOrder.builder()
                        .branchId(anyLocation())
                        .orderTypeId(411)
                        .clientId(88001)
                        .build());
    }

    private void changeLines(long order) {
        List<OrderItem> items = client.orders().items(order);
        if (items.isEmpty() || random.nextInt(3) == 0) {
            client.orders().addItem(order, line());
            return;
        }
        OrderItem item = items.get(random.nextInt(items.size()));
        OrderItemUpdate change = switch (random.nextInt(3)) {
            case 0 -> OrderItemUpdate.builder().cost(amount()).build();
            case 1 -> OrderItemUpdate.builder().price(amount()).build();
            default ->
                OrderItemUpdate.builder()
                        .quantity(new BigDecimal(1 + random.nextInt(3)))
                        .build();
        };
        client.orders().updateItem(order, item.id(), change);
    }

    private NewOrderItem line() {
        return NewOrderItem.builder()
                .entityId(random.nextBoolean() ? 501 : 601)
                .assigneeId(7005)
                .quantity(BigDecimal.ONE)
                .price(amount())
                .cost(amount())
                .discount(Discount.builder()
                        .from(Discount.none())
                        .type(DiscountType.VALUE)
                        .amount(BigDecimal.valueOf(random.nextInt(3)))
                        .build())
                .build();
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(100_000), 2);
    }

    List<Long> ids() {
        return client.orders().list(OrderQuery.builder().sort(Sort.ID).build()).stream()
                .map(Order::id)
                .toList();
    }

    private long anyOrder() {
        List<Long> ids = ids();
        return ids.get(random.nextInt(ids.size()));
    }

    private long anyLocation() {
        return random.nextInt(3) == 0 ? HubEnv.MOSCOW : HubEnv.TVER;
    }
}
