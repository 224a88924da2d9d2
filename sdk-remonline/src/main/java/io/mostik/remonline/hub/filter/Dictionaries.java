package io.mostik.remonline.hub.filter;

import io.mostik.remonline.RemOnline;
import io.mostik.remonline.common.CustomField;
import io.mostik.remonline.company.Employee;
import io.mostik.remonline.company.LocationQuery;
import io.mostik.remonline.hub.statuses.Funnel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dictionaries of an account, each asked for when it is first needed, and once. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class Dictionaries {

    private static final String FUNNEL = "Orders";

    private final Supplier<Map<Long, String>> locations;
    private final Supplier<Map<Long, String>> orderTypes;
    private final Supplier<Map<Long, String>> employees;
    private final Supplier<Map<Long, String>> campaigns;
    private final Supplier<Funnel> funnel;
    private final Supplier<List<CustomField>> customFields;

    /** Creates dictionaries that ask this client. */
    public Dictionaries(RemOnline client) {
        Objects.requireNonNull(client, "client");
        locations = once(() -> names(
                client.company().locations(LocationQuery.all()).stream().map(row -> entry(row.id(), row.name()))));
        orderTypes = once(() -> names(client.orders().types().stream().map(row -> entry(row.id(), row.name()))));
        employees = once(() ->
                names(client.company().employees().stream().map(row -> entry(row.id(), Optional.of(name(row))))));
        campaigns = once(() -> names(client.marketing().campaigns().stream().map(row -> entry(row.id(), row.name()))));
        funnel = once(() -> new Funnel(FUNNEL, client.orders().statuses()));
        customFields = once(() -> List.copyOf(client.orders().customFields()));
    }

    /** Returns the names of locations by id, as far as the key may see them. */
    public Map<Long, String> locations() {
        return locations.get();
    }

    /** Returns the names of order types by id. */
    public Map<Long, String> orderTypes() {
        return orderTypes.get();
    }

    /** Returns first and last names of employees by id. */
    public Map<Long, String> employees() {
        return employees.get();
    }

    /** Returns the names of advertising campaigns by id; from the generation before version 2. */
    public Map<Long, String> campaigns() {
        return campaigns.get();
    }

    /** Returns the statuses. */
    public Funnel funnel() {
        return funnel.get();
    }

    /** Returns the fields that the account has added to orders. */
    public List<CustomField> customFields() {
        return customFields.get();
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

    /** Not a lambda: the first caller asks while the others wait, and a failure is not remembered. */
    private static <T> Supplier<T> once(Supplier<T> source) {
        return new Supplier<>() {
            private Optional<T> value = Optional.empty();

            @Override
            public synchronized T get() {
                if (value.isEmpty()) {
                    value = Optional.of(source.get());
                }
                return value.get();
            }
        };
    }
}
