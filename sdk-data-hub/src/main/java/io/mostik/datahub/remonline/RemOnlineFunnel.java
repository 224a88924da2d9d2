package io.mostik.datahub.remonline;

import io.mostik.datahub.connector.FunnelSource;
import io.mostik.datahub.connector.FunnelStatus;
import io.mostik.datahub.connector.FunnelStatus.Stage;
import io.mostik.datahub.connector.OwnField;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.common.CustomFieldType;
import io.mostik.remonline.company.Employee;
import io.mostik.remonline.company.LocationQuery;
import io.mostik.remonline.orders.OrderStatus;
import io.mostik.remonline.orders.StatusGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statuses and dictionaries of RemOnline.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
record RemOnlineFunnel(RemOnline client) implements FunnelSource {

    private static final List<String> GROUPS =
            List.of("New", "In progress", "Pending", "Done", "Delivery", "Closed", "Dropped off");
    private static final int NEW = 1;
    private static final int CLOSED = 6;
    private static final int DROPPED_OFF = 7;

    /** The vendor gives its one funnel of orders no name. */
    @Override
    public String name() {
        return "Orders";
    }

    @Override
    public List<FunnelStatus> statuses() {
        return client.orders().statuses().stream().map(RemOnlineFunnel::status).toList();
    }

    private static FunnelStatus status(OrderStatus status) {
        OptionalInt group = status.group().stream().mapToInt(StatusGroup::type).findFirst();
        Optional<Stage> stage = group.isPresent() ? stage(group.getAsInt()) : Optional.empty();
        return new FunnelStatus(
                Long.toString(status.id()), status.name(), group, status.group().flatMap(StatusGroup::name), stage);
    }

    private static Optional<Stage> stage(int group) {
        if (group < NEW || group > DROPPED_OFF) {
            return Optional.empty();
        }
        return Optional.of(
                switch (group) {
                    case NEW -> Stage.NEW;
                    case CLOSED -> Stage.WON;
                    case DROPPED_OFF -> Stage.LOST;
                    default -> Stage.UNDER_WAY;
                });
    }

    /** Groups have a name in the account's language, and those of the vendor's help pages. */
    @Override
    public Map<Long, List<String>> groups(List<FunnelStatus> statuses) {
        Map<Long, List<String>> names = new LinkedHashMap<>();
        for (int number = 1; number <= GROUPS.size(); number++) {
            names.put((long) number, List.of(GROUPS.get(number - 1)));
        }
        for (FunnelStatus status : statuses) {
            status.groupName()
                    .filter(name -> !name.isBlank())
                    .ifPresent(name -> status.group()
                            .ifPresent(group -> names.merge((long) group, List.of(name), RemOnlineFunnel::joined)));
        }
        return names;
    }

    private static List<String> joined(List<String> names, List<String> more) {
        return Stream.concat(names.stream(), more.stream()).distinct().toList();
    }

    @Override
    public Map<Long, String> locations() {
        return names(client.company().locations(LocationQuery.all()).stream().map(row -> entry(row.id(), row.name())));
    }

    @Override
    public Map<Long, String> orderTypes() {
        return names(client.orders().types().stream().map(row -> entry(row.id(), row.name())));
    }

    @Override
    public Map<Long, String> employees() {
        return names(client.company().employees().stream().map(row -> entry(row.id(), Optional.of(name(row)))));
    }

    /** From the generation before version 2. */
    @Override
    public Map<String, String> campaigns() {
        Map<String, String> names = new LinkedHashMap<>();
        client.marketing()
                .campaigns()
                .forEach(row -> names.put(Long.toString(row.id()), row.name().orElse("")));
        return names;
    }

    @Override
    public List<OwnField> ownFields() {
        return client.orders().customFields().stream()
                .map(field -> new OwnField("f" + field.id(), field.name(), kind(field)))
                .toList();
    }

    private static OwnField.Kind kind(CustomField field) {
        CustomFieldType type = field.type().orElse(CustomFieldType.TEXT);
        if (type.equals(CustomFieldType.FLAG)) {
            return OwnField.Kind.FLAG;
        }
        if (type.equals(CustomFieldType.NUMBER)) {
            return OwnField.Kind.NUMBER;
        }
        boolean time = type.equals(CustomFieldType.TIME) || type.equals(CustomFieldType.DAY);
        return time ? OwnField.Kind.TIME : OwnField.Kind.TEXT;
    }

    private static String name(Employee employee) {
        return Stream.of(employee.firstName(), employee.lastName())
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static Map.Entry<Long, String> entry(long id, Optional<String> name) {
        return Map.entry(id, name.orElse(""));
    }

    private static Map<Long, String> names(Stream<Map.Entry<Long, String>> rows) {
        Map<Long, String> names = new LinkedHashMap<>();
        rows.forEach(row -> names.put(row.getKey(), row.getValue()));
        return names;
    }
}
