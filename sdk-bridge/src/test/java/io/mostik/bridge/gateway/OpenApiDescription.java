package io.mostik.bridge.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What an OpenAPI description says: which operations there are, and whether an answer is as it says. Stricter than the
 * standard: a property that is not described is an objection too, and {@code default} stands for refusals only.
 */
final class OpenApiDescription {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_REFUSAL = 400;

    private final JsonNode whole;

    private OpenApiDescription(JsonNode whole) {
        this.whole = whole;
    }

    static OpenApiDescription read(String text) throws IOException {
        return new OpenApiDescription(JSON.readTree(text));
    }

    /** One operation at one address. */
    record Operation(String method, String path, JsonNode description) {

        String id() {
            return description.get("operationId").asText();
        }

        List<JsonNode> parameters(String in) {
            return list(description.path("parameters")).stream()
                    .filter(parameter -> parameter.get("in").asText().equals(in))
                    .toList();
        }

        /** Returns the properties of the body, or nothing if there is no body. */
        List<Map.Entry<String, JsonNode>> fields() {
            return entries(schema().path("properties"));
        }

        List<String> required() {
            return list(schema().path("required")).stream()
                    .map(JsonNode::asText)
                    .toList();
        }

        boolean hasBody() {
            return description.has("requestBody");
        }

        private JsonNode schema() {
            return description.at("/requestBody/content/application~1json/schema");
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        entries(whole.get("paths"))
                .forEach(path -> entries(path.getValue())
                        .forEach(one -> operations.add(
                                new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        return operations;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns what is not as described in an answer; nothing if all is. */
    List<String> objections(Operation operation, int status, String answer) throws IOException {
        JsonNode value = JSON.readTree(answer);
        JsonNode responses = operation.description().get("responses");
        boolean isRefusal = status >= FIRST_REFUSAL && !value.has("intent");
        JsonNode response = responses.path(isRefusal ? "default" : String.valueOf(status));
        List<String> objections = new ArrayList<>();
        if (response.isMissingNode()) {
            objections.add("status " + status + " is not described");
        } else {
            check(response.at("/content/application~1json/schema"), value, "answer", objections);
        }
        return objections;
    }

    private void check(JsonNode given, JsonNode value, String place, List<String> objections) {
        JsonNode schema = resolved(given);
        String type = schema.path("type").asText();
        if (!isOf(type, value)) {
            objections.add(place + " is no " + type + ": " + value);
        } else if (schema.has("enum") && !list(schema.get("enum")).contains(value)) {
            objections.add(place + " is none of " + schema.get("enum") + ": " + value);
        }
        for (int i = 0; type.equals("array") && i < value.size(); i++) {
            check(schema.get("items"), value.get(i), place + "[" + i + "]", objections);
        }
        boolean hasMore = schema.path("additionalProperties").asBoolean();
        for (Map.Entry<String, JsonNode> property : entries(value)) {
            String name = property.getKey();
            String where = place + "." + name;
            if (schema.path("properties").has(name)) {
                check(schema.at("/properties/" + name), property.getValue(), where, objections);
            } else if (schema.has("properties") && !(hasMore && name.startsWith("result_"))) {
                objections.add(where + " is not described");
            } else if (property.getValue().isNull()) {
                objections.add(where + " is null");
            }
        }
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    /** Returns a schema without references, and with the properties of all its parts. */
    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(whole.at(schema.get("$ref").asText().substring(1)));
        }
        if (!schema.has("allOf")) {
            return schema;
        }
        ObjectNode all = JSON.createObjectNode();
        ObjectNode properties = all.put("type", "object").putObject("properties");
        for (JsonNode part : schema.get("allOf")) {
            JsonNode one = resolved(part);
            properties.setAll((ObjectNode) one.get("properties"));
            if (one.path("additionalProperties").asBoolean()) {
                all.put("additionalProperties", true);
            }
        }
        return all;
    }

    private static List<Map.Entry<String, JsonNode>> entries(JsonNode object) {
        return List.copyOf(object.properties());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
