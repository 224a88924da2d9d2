package io.mostik.datahub.filter;

import io.mostik.datahub.connector.FunnelSource;
import io.mostik.datahub.connector.OwnField;
import io.mostik.datahub.statuses.Funnel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The dictionaries of an account, each asked for when it is first needed, and once. Thread-safe. */
public final class Dictionaries {

    private final FunnelSource account;
    private final Supplier<Map<Long, String>> locations;
    private final Supplier<Map<Long, String>> orderTypes;
    private final Supplier<Map<Long, String>> employees;
    private final Supplier<Map<String, String>> campaigns;
    private final Supplier<Funnel> funnel;
    private final Supplier<Map<Long, List<String>>> groups;
    private final Supplier<List<OwnField>> ownFields;

    /** Creates dictionaries that ask this account. */
    public Dictionaries(FunnelSource account) {
        this.account = Objects.requireNonNull(account, "account");
        locations = once(account::locations);
        orderTypes = once(account::orderTypes);
        employees = once(account::employees);
        campaigns = once(account::campaigns);
        funnel = once(() -> new Funnel(account.name(), account.statuses()));
        groups = once(() -> account.groups(funnel().statuses()));
        ownFields = once(() -> List.copyOf(account.ownFields()));
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

    /** Returns the names of advertising campaigns by id. */
    public Map<String, String> campaigns() {
        return campaigns.get();
    }

    /** Returns the statuses. */
    public Funnel funnel() {
        return funnel.get();
    }

    /** Returns what people call the vendor's groups of statuses, by number. */
    public Map<Long, List<String>> groups() {
        return groups.get();
    }

    /** Returns whether orders have lines that can be read. */
    public boolean tellsLines() {
        return account.tellsLines();
    }

    /** Returns the fields that the account has added to orders. */
    public List<OwnField> ownFields() {
        return ownFields.get();
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
