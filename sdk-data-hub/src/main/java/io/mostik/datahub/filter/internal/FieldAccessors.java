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
        Optional<String> custom = parameter.customFieldKey();
        if (custom.isPresent()) {
            return known.ownFields().stream()
                    .filter(field -> field.key().equals(custom.get()))
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
            case "STATUS" -> new FieldAccessor<>(HubOrder::statusId, names(this::statuses));
            case "STATUS_GROUP" -> new FieldAccessor<>(this::group, new IdKind(() -> texts(known.groups()), false));
            case "MANAGER" -> people(HubOrder::managerId);
            case "EXECUTOR" -> people(HubOrder::executorId);
            case "CLIENT" -> new FieldAccessor<>(order -> text(order.clientId()), new BareIdKind());
            case "AD_CAMPAIGN" -> new FieldAccessor<>(HubOrder::campaignId, names(known::campaigns));
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

    private static FieldAccessor<String> named(
            Function<HubOrder, OptionalLong> id, Supplier<Map<Long, String>> dictionary) {
        return new FieldAccessor<>(order -> text(id.apply(order)), names(() -> texts(dictionary.get())));
    }

    private FieldAccessor<String> people(Function<HubOrder, OptionalLong> id) {
        return new FieldAccessor<>(
                order -> text(id.apply(order)), new IdKind(() -> lists(texts(known.employees())), true));
    }

    private static IdKind names(Supplier<Map<String, String>> dictionary) {
        return new IdKind(() -> lists(dictionary.get()), false);
    }

    private static Map<String, List<String>> lists(Map<String, String> names) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        names.forEach((id, name) -> lists.put(id, name.isBlank() ? List.of() : List.of(name)));
        return lists;
    }

    private Map<String, String> statuses() {
        Map<String, String> names = new LinkedHashMap<>();
        known.funnel().statuses().forEach(status -> names.put(status.id(), Funnel.title(status)));
        return names;
    }

    private Optional<String> group(HubOrder order) {
        OptionalInt group = known.funnel().group(order.statusId().orElse(""));
        OptionalInt found = group.isPresent() ? group : order.statusGroup();
        return found.isPresent() ? Optional.of(Integer.toString(found.getAsInt())) : Optional.empty();
    }

    private static <T> Map<String, T> texts(Map<Long, T> numbered) {
        Map<String, T> named = new LinkedHashMap<>();
        numbered.forEach((id, value) -> named.put(Long.toString(id), value));
        return named;
    }

    private static Optional<String> text(OptionalLong id) {
        return id.isPresent() ? Optional.of(Long.toString(id.getAsLong())) : Optional.empty();
    }
}
