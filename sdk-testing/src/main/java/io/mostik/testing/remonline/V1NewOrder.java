package io.mostik.testing.remonline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The body that creates an order in the token API, and its fields under the names of v2. */
final class V1NewOrder {

    static final Fields FIELDS = Fields.of(
                    Kind.TEXT, "token", "packagelist", "appearance", "malfunction", "manager_notes")
            .and(Kind.ID, "branch_id", "order_type", "client_id", "asset_id", "manager", "engineer", "ad_campaign_id")
            .and(Kind.FLAG, "urgent")
            .and(Kind.DECIMAL, "estimated_cost")
            .and(Kind.MILLIS, "assigned_at", "estimated_done_at", "warranty_date")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields");

    private static final Map<String, String> NAMES = Map.of(
            "order_type", "order_type_id",
            "manager", "manager_id",
            "engineer", "assignee_id",
            "estimated_cost", "estimated_price",
            "assigned_at", "scheduled_for",
            "estimated_done_at", "due_date");

    private static final JsonMapper MAPPER = new JsonMapper();

    private V1NewOrder() {}

    static ObjectNode toV2(RequestReader ask, ObjectNode body) {
        ObjectNode fields = Shape.object();
        body.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("custom_fields")) {
                fields.set(name, customFields(ask, value));
            } else if (FIELDS.kind(name).equals(Optional.of(Kind.MILLIS)) && value.isNumber()) {
                fields.put(NAMES.getOrDefault(name, name), Shape.iso(Instant.ofEpochMilli(value.asLong())));
            } else if (name.equals("estimated_cost")) {
                fields.put("estimated_price", value.asText());
            } else if (!name.equals("token")) {
                fields.set(NAMES.getOrDefault(name, name), value);
            }
        });
        return fields;
    }

    /** Returns the fields with an {@code f} before each id; they come as an object or as its JSON. */
    private static JsonNode customFields(RequestReader ask, JsonNode sent) {
        JsonNode object = sent.isTextual() ? parsed(sent.asText()) : sent;
        if (!object.isObject() && !object.isNull()) {
            ask.problem("custom_fields", Kind.OBJECT_OR_TEXT.complaint());
        }
        ObjectNode named = Shape.object();
        object.properties().forEach(field -> named.set(field.getKey().replaceFirst("^(\\d)", "f$1"), field.getValue()));
        return named;
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
