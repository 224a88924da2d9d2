package io.mostik.testing.remonline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Small values as they are written and read back. */
final class Shape {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private Shape() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    /** Returns the object that this JSON writes; its values may be left to these, of which texts get their quotes. */
    static ObjectNode sample(String json, Object... values) {
        Object[] written = Stream.of(values)
                .map(value -> value instanceof String text ? NODES.textNode(text) : value)
                .toArray();
        try {
            return MAPPER.readValue(json.formatted(written), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object", e);
        }
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

    static ObjectNode named(Map.Entry<Long, String> entry) {
        return named(entry.getKey(), entry.getValue());
    }

    /** Returns phones as v2 writes them, with this one. */
    static JsonNode phones(String number) {
        String phone = """
                {"title":"Mobile","phone":%s,"notify":false,"has_viber":false,"has_whatsapp":false}""";
        return NODES.arrayNode().add(sample(phone, number));
    }

    /** Returns the object in a field, or an empty one. */
    static JsonNode objectOrEmpty(JsonNode value) {
        return value.isObject() ? value : NODES.objectNode();
    }

    static long id(JsonNode row) {
        return row.path("id").asLong();
    }

    static List<Long> ids(JsonNode array) {
        List<Long> ids = new ArrayList<>();
        array.forEach(each -> ids.add(each.asLong()));
        return ids;
    }

    static Optional<Long> ref(JsonNode row, String field) {
        return row.hasNonNull(field) ? Optional.of(row.path(field).asLong()) : Optional.empty();
    }

    /** Returns a moment that is kept as v2 writes it. */
    static Optional<Instant> moment(JsonNode row, String field) {
        return Dialect.iso(row.path(field).asText(""));
    }

    static long millis(JsonNode row, String field) {
        return moment(row, field).orElseThrow().toEpochMilli();
    }
}
