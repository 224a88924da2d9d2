package io.mostik.testing.remonline;

import io.mostik.testing.internal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an account has set up before its first order; starts with a small repair shop. */
final class Dictionaries {

    static final long OWNER = 7001;

    final Table<Long, Status> statuses = Table.inOrder(Status::id, Dialect::notFound);
    final Table<Long, Employee> employees = Table.inOrder(Employee::id, Dialect::notFound);
    final Table<Long, CustomField> customFields = Table.inOrder(CustomField::id, Dialect::notFound);
    final Table<Long, Entity> entities = Table.inOrder(Entity::id, Dialect::notFound);
    final Map<Long, String> orderTypes = new LinkedHashMap<>();
    final Map<Long, String> campaigns = new LinkedHashMap<>();
    final Map<Long, String> leadTypes = new LinkedHashMap<>();

    /** Every location, without regard to access rights. */
    final Map<Long, String> locations = new LinkedHashMap<>();

    private Optional<Set<Long>> allowedLocations = Optional.empty();

    Dictionaries() {
        List<String> names = List.of(
                "New", "In progress", "Waiting for parts", "Done", "Waiting for collection", "Closed", "Lost - price");
        for (int group = 1; group <= names.size(); group++) {
            statuses.add(new Status(5100199 + group, names.get(group - 1), "#33aa6" + group, group));
        }
        orderTypes.put(411L, "Paid repair");
        orderTypes.put(412L, "Warranty repair");
        locations.put(3301L, "Main workshop");
        locations.put(3302L, "Second workshop");
        employees.add(new Employee(OWNER, "Oleh", "M.", "oleh@example.test", "Owner"));
        employees.add(new Employee(7005, "Taras", "B.", "taras@example.test", "Technician"));
        customFields.add(new CustomField(7010001, "Colour", 1));
        campaigns.put(620L, "Search");
        leadTypes.put(811L, "Inquiry");
        entities.add(new Entity(501, "product", "Battery", "BT-501"));
        entities.add(new Entity(601, "service", "Replacement", "SV-601"));
        entities.add(new Entity(602, "work", "Diagnostics", "WK-602"));
    }

    /** Returns an entity that is known to be there. */
    Entity entity(long id) {
        return entities.find(id).orElseThrow();
    }

    /** Returns the status new orders get: the first of the group "New". */
    Status firstStatus() {
        return statuses.stream().filter(status -> status.group == 1).findFirst().orElseThrow();
    }

    void allowLocations(Set<Long> ids) {
        allowedLocations = Optional.of(Set.copyOf(ids));
    }

    boolean allowed(long location) {
        return allowedLocations.map(ids -> ids.contains(location)).orElse(true);
    }

    /** Returns the locations that the keys may see. */
    List<Map.Entry<Long, String>> allowedLocations() {
        return locations.entrySet().stream()
                .filter(location -> allowed(location.getKey()))
                .toList();
    }

    /** A status of orders; groups go from one, "New", to seven, "Dropped off". */
    record Status(long id, String name, String color, int group) {

        private static final List<String> GROUPS =
                List.of("New", "In progress", "Pending", "Done", "Delivery", "Closed", "Dropped off");

        String groupName() {
            return GROUPS.get(group - 1);
        }

        boolean closes() {
            return group >= 6;
        }
    }

    /** Somebody who works here. */
    record Employee(long id, String firstName, String lastName, String email, String position) {}

    /** A field the account added to its orders. */
    record CustomField(long id, String title, int type) {}

    /** Something that can be sold: a product, a service, or work. */
    record Entity(long id, String type, String title, String sku) {}
}
