package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What a field of a body may hold. */
record Kind(String description, Predicate<JsonNode> rule) {

    static final Kind ID = new Kind("an integer", JsonNode::isIntegralNumber);
    static final Kind IDS = new Kind("an array of integers", each(JsonNode::isIntegralNumber));
    static final Kind TEXT = new Kind("a string", JsonNode::isTextual);
    static final Kind TEXTS = new Kind("an array of strings", each(JsonNode::isTextual));
    static final Kind FLAG = new Kind("a boolean", JsonNode::isBoolean);
    static final Kind DECIMAL = new Kind("a decimal", Kind::decimal);
    static final Kind SECONDS = new Kind(
            "a date-time like %Y-%m-%dT%H:%M:%SZ",
            node -> node.isTextual() && Dialect.iso(node.asText()).isPresent());
    static final Kind MILLIS = new Kind("milliseconds", JsonNode::isIntegralNumber);
    static final Kind DATE_TIME = new Kind("an ISO date-time", Kind::dateTime);
    static final Kind OBJECT = new Kind("an object", JsonNode::isObject);
    static final Kind OBJECTS = new Kind("an array of objects", each(JsonNode::isObject));
    static final Kind OBJECT_OR_TEXT = new Kind("an object or its JSON", node -> node.isObject() || node.isTextual());
    static final Kind CUSTOM_FIELDS = new Kind("an object keyed f<id>", Kind::customFields);
    static final Kind PHONES = new Kind(
            "an array of phone objects", each(node -> node.path("phone").isTextual()));
    static final Kind DISCOUNT = new Kind("a discount", Kind::discount);
    static final Kind WARRANTY = new Kind("a warranty", Kind::warranty);

    boolean fits(JsonNode value) {
        return rule.test(value);
    }

    String complaint() {
        return "must be " + description;
    }

    private static Predicate<JsonNode> each(Predicate<JsonNode> rule) {
        return node -> node.isArray()
                && StreamSupport.stream(node.spliterator(), false).allMatch(rule);
    }

    private static boolean decimal(JsonNode node) {
        return node.isNumber() || (node.isTextual() && node.asText().matches("-?\\d{1,15}(\\.\\d{1,10})?"));
    }

    private static boolean dateTime(JsonNode node) {
        try {
            return node.isTextual() && OffsetDateTime.parse(node.asText()).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean customFields(JsonNode node) {
        boolean named = true;
        for (var names = node.fieldNames(); names.hasNext(); ) {
            named &= names.next().matches("f\\d+");
        }
        return node.isObject() && named;
    }

    private static boolean discount(JsonNode node) {
        return node.path("type").asText().matches("percentage|value")
                && decimal(node.path("percentage"))
                && decimal(node.path("amount"))
                && node.path("sponsor").asText().matches("staff|company");
    }

    private static boolean warranty(JsonNode node) {
        return node.path("period").isTextual()
                && node.path("period").asText().matches("\\d{1,6}")
                && node.path("periodUnits").asText().matches("days|months|years");
    }
}
