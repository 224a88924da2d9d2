package io.mostik.datahub.remonline;

import io.mostik.core.json.Json;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.OrderLine;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.Discount;
import io.mostik.remonline.orders.EntityType;
import io.mostik.remonline.orders.ItemEntity;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderClient;
import io.mostik.remonline.orders.OrderItem;
import io.mostik.remonline.orders.OrderStatus;
import io.mostik.remonline.orders.OrderType;
import io.mostik.remonline.orders.StatusGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the vendor's orders and lines into the hub's. */
final class Orders {

    /** Old answers use the id without the letter. */
    private static final Pattern FIELD = Pattern.compile("f?(\\d{1,18})");

    private Orders() {}

    static HubOrder of(Order order) {
        return HubOrder.builder()
                .id(order.id())
                .number(order.number())
                .createdAt(order.createdAt())
                .modifiedAt(order.modifiedAt())
                .closedAt(order.closedAt())
                .statusId(order.status().map(status -> Long.toString(status.id())))
                .statusGroup(order.status().flatMap(OrderStatus::group).stream()
                        .mapToInt(StatusGroup::type)
                        .findFirst())
                .typeId(id(order.orderType().map(OrderType::id)))
                .locationId(order.branchId())
                .managerId(order.managerId())
                .executorId(order.assigneeId())
                .clientId(id(order.client().map(OrderClient::id)))
                .campaignId(
                        order.adCampaignId().stream().mapToObj(Long::toString).findFirst())
                .urgent(order.urgent())
                .overdue(order.overdue())
                .total(order.total())
                .paid(order.payed())
                .discount(order.discountSum())
                .estimated(order.estimatedPrice())
                .ownFields(ownFields(order))
                .build();
    }

    private static Map<String, Json> ownFields(Order order) {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (String key : order.customFields().keySet()) {
            Matcher field = FIELD.matcher(key);
            if (field.matches()) {
                long id = Long.parseLong(field.group(1));
                fields.put("f" + id, CustomField.builder().id(id).build().in(order.customFields()));
            }
        }
        return fields;
    }

    static OrderLine line(OrderItem item) {
        return new OrderLine(
                kind(item.entity().flatMap(ItemEntity::type)),
                item.quantity(),
                item.price(),
                item.cost(),
                item.discount().flatMap(Discount::amount));
    }

    private static OrderLine.Kind kind(Optional<EntityType> type) {
        if (type.filter(EntityType.PRODUCT::equals).isPresent()) {
            return OrderLine.Kind.PRODUCT;
        }
        boolean service = type.filter(known -> known.equals(EntityType.SERVICE) || known.equals(EntityType.WORK))
                .isPresent();
        return service ? OrderLine.Kind.SERVICE : OrderLine.Kind.OTHER;
    }

    private static OptionalLong id(Optional<Long> id) {
        return id.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
