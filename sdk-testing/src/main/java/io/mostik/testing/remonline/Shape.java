package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Small values as they are written. */
final class Shape {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Shape() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static String iso(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static JsonNode isoOrNull(Optional<Instant> moment) {
        return moment.<JsonNode>map(at -> NODES.textNode(iso(at))).orElse(NODES.nullNode());
    }

    static JsonNode idOrNull(Optional<Long> id) {
        return id.<JsonNode>map(NODES::numberNode).orElse(NODES.nullNode());
    }

    static String decimal(BigDecimal value, int places) {
        return value.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    static ObjectNode named(long id, String name) {
        return object().put("id", id).put("name", name);
    }

    static ObjectNode titled(long id, String title) {
        return object().put("id", id).put("title", title);
    }

    static ObjectNode named(long id, Map<Long, String> names) {
        return named(id, names.getOrDefault(id, ""));
    }

    /** Returns the object in a field, or an empty one. */
    static JsonNode objectOrEmpty(JsonNode value) {
        return value.isObject() ? value : NODES.objectNode();
    }
}
