package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an account has set up before its first order; starts with a small repair shop. */
final class Dictionaries {

    static final long OWNER = 7001;

    private final Map<Long, Status> statuses = new LinkedHashMap<>();
    private final Map<Long, String> orderTypes = new LinkedHashMap<>();
    private final Map<Long, String> locations = new LinkedHashMap<>();
    private final Map<Long, Employee> employees = new LinkedHashMap<>();
    private final Map<Long, CustomField> customFields = new LinkedHashMap<>();
    private final Map<Long, String> campaigns = new LinkedHashMap<>();
    private final Map<Long, String> leadTypes = new LinkedHashMap<>();
    private final Map<Long, Entity> entities = new LinkedHashMap<>();
    private Optional<Set<Long>> allowedLocations = Optional.empty();

    Dictionaries() {
        List<String> names = List.of(
                "New", "In progress", "Waiting for parts", "Done", "Waiting for collection", "Closed", "Lost - price");
        for (int group = 1; group <= names.size(); group++) {
            add(new Status(5100199 + group, names.get(group - 1), "#33aa6" + group, group));
        }
        orderTypes.put(411L, "Paid repair");
        orderTypes.put(412L, "Warranty repair");
        locations.put(3301L, "Main workshop");
        locations.put(3302L, "Second workshop");
        add(new Employee(OWNER, "Oleh", "M.", "oleh@example.test", "Owner"));
        add(new Employee(7005, "Taras", "B.", "taras@example.test", "Technician"));
        add(new CustomField(7010001, "Colour", 1));
        campaigns.put(620L, "Search");
        leadTypes.put(811L, "Inquiry");
        add(new Entity(501, "product", "Battery", "BT-501"));
        add(new Entity(601, "service", "Replacement", "SV-601"));
        add(new Entity(602, "work", "Diagnostics", "WK-602"));
    }

    void add(Status status) {
        statuses.put(status.id, status);
    }

    void add(Employee employee) {
        employees.put(employee.id, employee);
    }

    void add(CustomField field) {
        customFields.put(field.id, field);
    }

    void add(Entity entity) {
        entities.put(entity.id, entity);
    }

    Map<Long, String> orderTypes() {
        return orderTypes;
    }

    /** Returns every location, whoever may see it. */
    Map<Long, String> locations() {
        return locations;
    }

    Map<Long, String> campaigns() {
        return campaigns;
    }

    Map<Long, String> leadTypes() {
        return leadTypes;
    }

    List<Status> statuses() {
        return new ArrayList<>(statuses.values());
    }

    List<Employee> employees() {
        return new ArrayList<>(employees.values());
    }

    List<CustomField> customFields() {
        return new ArrayList<>(customFields.values());
    }

    Optional<Status> status(long id) {
        return Optional.ofNullable(statuses.get(id));
    }

    Optional<Entity> entity(long id) {
        return Optional.ofNullable(entities.get(id));
    }

    /** Returns the status new orders get: the first of the group "New". */
    Status firstStatus() {
        return statuses.values().stream()
                .filter(status -> status.group == 1)
                .findFirst()
                .orElseThrow();
    }

    void allowLocations(Set<Long> ids) {
        allowedLocations = Optional.of(Set.copyOf(ids));
    }

    boolean allowed(long location) {
        return allowedLocations.map(ids -> ids.contains(location)).orElse(true);
    }

    /** Complains about a reference to something that is not there. */
    void require(RequestReader ask, JsonNode body, String field, Map<Long, ?> known) {
        if (body.hasNonNull(field) && !known.containsKey(body.path(field).asLong())) {
            ask.problem(field, "does not exist");
        }
    }

    Map<Long, Employee> employeesById() {
        return employees;
    }

    Map<Long, Entity> entitiesById() {
        return entities;
    }

    Map<Long, Status> statusesById() {
        return statuses;
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
