package io.mostik.datahub.filter.internal;

import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.OwnField;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.statuses.Funnel;
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
final class FieldAccessors {

    private final Dictionaries known;
    private final ZoneId zone;

    FieldAccessors(Dictionaries known, ZoneId zone) {
        this.known = known;
        this.zone = zone;
    }

    /** Returns what a parameter means; empty if there is no such parameter. */
    Optional<FieldAccessor<?>> find(OrderParameter parameter) {
        if (parameter.customFieldId().isPresent()) {
            long id = parameter.customFieldId().getAsLong();
            return known.ownFields().stream()
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
                        known.ownFields().stream()
                                .map(field -> "custom." + field.key()
                                        + field.name().map(name -> " " + name).orElse("")))
                .toList();
    }

    private @Nullable FieldAccessor<?> fixed(String parameter) {
        return switch (parameter) {
            case "LOCATION" -> named(HubOrder::locationId, known::locations);
            case "ORDER_TYPE" -> named(HubOrder::typeId, known::orderTypes);
            case "STATUS" -> new FieldAccessor<>(FieldAccessors::status, names(this::statuses));
            case "STATUS_GROUP" -> new FieldAccessor<>(this::group, new IdKind(known::groups, false));
            case "MANAGER" -> people(HubOrder::managerId);
            case "EXECUTOR" -> people(HubOrder::executorId);
            case "CLIENT" -> new FieldAccessor<>(order -> boxed(order.clientId()), new BareIdKind());
            case "AD_CAMPAIGN" -> named(HubOrder::campaignId, known::campaigns);
            case "CREATED_AT" -> new FieldAccessor<>(HubOrder::createdAt, new TimeKind(zone));
            case "MODIFIED_AT" -> new FieldAccessor<>(HubOrder::modifiedAt, new TimeKind(zone));
            case "CLOSED_AT" -> new FieldAccessor<>(HubOrder::closedAt, new TimeKind(zone));
            case "URGENT" -> new FieldAccessor<>(HubOrder::urgent, new FlagKind());
            case "OVERDUE" -> new FieldAccessor<>(HubOrder::overdue, new FlagKind());
            case "AMOUNT" -> new FieldAccessor<>(HubOrder::total, new NumberKind());
            case "PAID" -> new FieldAccessor<>(HubOrder::paid, new NumberKind());
            default -> null;
        };
    }

    private FieldAccessor<?> custom(OwnField field) {
        return switch (field.kind()) {
            case FLAG -> new FieldAccessor<>(field::flag, new FlagKind());
            case NUMBER -> new FieldAccessor<>(field::number, new NumberKind());
            case TIME -> new FieldAccessor<>(field::time, new TimeKind(zone));
            case TEXT ->
                new FieldAccessor<>(order -> field.text(order).filter(text -> !text.isBlank()), new TextKind());
        };
    }

    private static FieldAccessor<Long> named(
            Function<HubOrder, OptionalLong> id, Supplier<Map<Long, String>> dictionary) {
        return new FieldAccessor<>(order -> boxed(id.apply(order)), names(dictionary));
    }

    private FieldAccessor<Long> people(Function<HubOrder, OptionalLong> id) {
        return new FieldAccessor<>(order -> boxed(id.apply(order)), new IdKind(() -> lists(known.employees()), true));
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

    private Optional<Long> group(HubOrder order) {
        OptionalInt group = known.funnel().group(order.statusId().orElse(0L));
        OptionalInt found = group.isPresent() ? group : order.statusGroup();
        return found.isPresent() ? Optional.of((long) found.getAsInt()) : Optional.empty();
    }

    private static Optional<Long> status(HubOrder order) {
        return boxed(order.statusId());
    }

    private static Optional<Long> boxed(OptionalLong id) {
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }
}
