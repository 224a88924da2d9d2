package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.internal.RequestReader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which records an ordered read wants, and which of their columns; none named means all. */
record Selection(Predicate<Contact> condition, Set<String> columns) {

    /** Reads the conditions and the columns; {@code >} is the only operator that has been seen. */
    static Selection read(JsonNode body, ContactList list) {
        Predicate<Contact> condition = contact -> true;
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode each : body) {
            if (each.has("listFields")) {
                each.path("listFields").forEach(column -> columns.add(column.asText()));
            } else {
                condition = condition.and(condition(each, list));
            }
        }
        columns.forEach(list::column);
        return new Selection(condition, columns);
    }

    /** Orders records as the path says, as many as it says. */
    static Stream<Contact> ordered(RequestReader ask, ContactList list, Stream<Contact> found) {
        Stream<Contact> ordered = found.sorted(order(list, ask.path("field"), ask.path("direction")));
        return ask.hasPath("limit") ? ordered.limit(ask.id("limit")) : ordered;
    }

    /** Returns the order by a column: numbers by value, all else as text. */
    private static Comparator<Contact> order(ContactList list, String column, String direction) {
        Comparator<Contact> ascending = Comparator.comparing(contact -> contact.value(column), values(list, column));
        return switch (direction) {
            case "asc" -> ascending;
            case "desc" -> ascending.reversed();
            default -> throw Dialect.wrongParameters("order direction");
        };
    }

    boolean admits(Contact contact) {
        return condition.test(contact);
    }

    private static Predicate<Contact> condition(JsonNode node, ContactList list) {
        String column = node.path("field").asText();
        Comparator<String> values = values(list, column);
        if (!node.path("operator").asText().equals(">") || !node.path("value").isValueNode()) {
            throw Dialect.wrongParameters("condition");
        }
        String bound = Parameters.text(column, node.path("value"));
        return contact -> values.compare(contact.value(column), bound) > 0;
    }

    private static Comparator<String> values(ContactList list, String column) {
        return list.column(column).isNumber() ? Comparator.comparing(Selection::number) : Comparator.naturalOrder();
    }

    private static BigDecimal number(String text) {
        return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
