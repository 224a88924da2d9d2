package io.mostik.remonline.hub.filter;

import io.mostik.core.json.Json;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.CustomFieldType;
import io.mostik.remonline.hub.statuses.Funnel;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderClient;
import io.mostik.remonline.orders.OrderStatus;
import io.mostik.remonline.orders.OrderType;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of orders, and the dictionaries of an account behind them. */
final class Subjects {

    private static final List<String> GROUPS =
            List.of("New", "In progress", "Pending", "Done", "Delivery", "Closed", "Dropped off");

    private final Dictionaries known;
    private final ZoneId zone;

    Subjects(Dictionaries known, ZoneId zone) {
        this.known = known;
        this.zone = zone;
    }

    /** Returns what a parameter means; empty if there is no such parameter. */
    Optional<Subject<?>> find(OrderParameter parameter) {
        if (parameter.customFieldId().isPresent()) {
            long id = parameter.customFieldId().getAsLong();
            return known.customFields().stream()
                    .filter(field -> field.id() == id)
                    .findFirst()
                    .map(this::custom);
        }
        return Optional.ofNullable(fixed(parameter.value()));
    }

    /** Returns the words of all parameters of this account. */
    List<String> candidates() {
        return Stream.concat(
                        OrderParameter.ALL.stream().map(OrderParameter::value),
                        known.customFields().stream()
                                .map(field -> "custom." + field.key()
                                        + field.name().map(name -> " " + name).orElse("")))
                .toList();
    }

    private @Nullable Subject<?> fixed(String parameter) {
        return switch (parameter) {
            case "LOCATION" -> named(Order::branchId, known::locations);
            case "ORDER_TYPE" -> new Subject<>(order -> order.orderType().map(OrderType::id), names(known::orderTypes));
            case "STATUS" -> new Subject<>(Subjects::status, names(this::statuses));
            case "STATUS_GROUP" -> new Subject<>(this::group, new IdKind(this::groups, false));
            case "MANAGER" -> people(Order::managerId);
            case "EXECUTOR" -> people(Order::assigneeId);
            case "CLIENT" -> new Subject<>(order -> order.client().map(OrderClient::id), new BareIdKind());
            case "AD_CAMPAIGN" -> named(Order::adCampaignId, known::campaigns);
            case "CREATED_AT" -> new Subject<>(Order::createdAt, new TimeKind(zone));
            case "MODIFIED_AT" -> new Subject<>(Order::modifiedAt, new TimeKind(zone));
            case "CLOSED_AT" -> new Subject<>(Order::closedAt, new TimeKind(zone));
            case "URGENT" -> new Subject<>(Order::urgent, new FlagKind());
            case "OVERDUE" -> new Subject<>(Order::overdue, new FlagKind());
            case "AMOUNT" -> new Subject<>(Order::total, new NumberKind());
            case "PAID" -> new Subject<>(Order::payed, new NumberKind());
            default -> null;
        };
    }

    private Subject<?> custom(CustomField field) {
        CustomFieldType type = field.type().orElse(CustomFieldType.TEXT);
        Function<Order, Json> value = order -> field.in(order.customFields());
        if (type.equals(CustomFieldType.FLAG)) {
            return new Subject<>(order -> field.flag(order.customFields()), new FlagKind());
        }
        if (type.equals(CustomFieldType.NUMBER)) {
            return new Subject<>(order -> value.apply(order).number(), new NumberKind());
        }
        if (type.equals(CustomFieldType.TIME) || type.equals(CustomFieldType.DAY)) {
            return new Subject<>(order -> field.time(order.customFields()), new TimeKind(zone));
        }
        return new Subject<>(order -> field.text(order.customFields()).filter(text -> !text.isBlank()), new TextKind());
    }

    private static Subject<Long> named(Function<Order, OptionalLong> id, Supplier<Map<Long, String>> dictionary) {
        return new Subject<>(order -> boxed(id.apply(order)), names(dictionary));
    }

    private Subject<Long> people(Function<Order, OptionalLong> id) {
        return new Subject<>(order -> boxed(id.apply(order)), new IdKind(() -> lists(known.employees()), true));
    }

    private static IdKind names(Supplier<Map<Long, String>> dictionary) {
        return new IdKind(() -> lists(dictionary.get()), false);
    }

    private static Map<Long, List<String>> lists(Map<Long, String> names) {
        Map<Long, List<String>> lists = new LinkedHashMap<>();
        names.forEach((id, name) -> lists.put(id, name.isBlank() ? List.of() : List.of(name)));
        return lists;
    }

    private Map<Long, String> statuses() {
        Map<Long, String> names = new LinkedHashMap<>();
        known.funnel().statuses().forEach(status -> names.put(status.id(), Funnel.title(status)));
        return names;
    }

    /** Groups have a name in the account's language, and those of the vendor's help pages. */
    private Map<Long, List<String>> groups() {
        Map<Long, List<String>> names = new LinkedHashMap<>();
        for (int number = 1; number <= GROUPS.size(); number++) {
            names.put((long) number, List.of(GROUPS.get(number - 1)));
        }
        known.funnel().statuses().stream()
                .flatMap(status -> status.group().stream())
                .forEach(group -> group.name()
                        .filter(name -> !name.isBlank())
                        .ifPresent(name -> names.merge((long) group.type(), List.of(name), Subjects::joined)));
        return names;
    }

    private static List<String> joined(List<String> names, List<String> more) {
        return Stream.concat(names.stream(), more.stream()).distinct().toList();
    }

    private Optional<Long> group(Order order) {
        OptionalInt group = known.funnel().group(status(order).orElse(0L));
        return group.isPresent()
                ? Optional.of((long) group.getAsInt())
                : order.status().flatMap(OrderStatus::group).map(own -> (long) own.type());
    }

    private static Optional<Long> status(Order order) {
        return order.status().map(OrderStatus::id);
    }

    private static Optional<Long> boxed(OptionalLong id) {
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }
}
