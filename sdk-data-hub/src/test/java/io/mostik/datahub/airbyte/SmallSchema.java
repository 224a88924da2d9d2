package io.mostik.datahub.airbyte;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Validates by a JSON Schema of draft 7, as far as the schema of the protocol goes: {@code $ref, type, required, properties,
 * additionalProperties, items, minItems, enum, oneOf}. Beside a {@code $ref} nothing counts. A keyword that it does not know
 * and that is no annotation is refused.
 *
 * @param root the whole document, for references
 */
record SmallSchema(JsonNode root) {

    private static final List<String> KNOWN = List.of(
            "type",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "minItems",
            "enum",
            "oneOf",
            "$schema",
            "$id",
            "title",
            "description",
            "definitions",
            "version",
            "default",
            "examples",
            "Examples",
            "existingJavaType",
            "format");

    /** Returns what is wrong with a value; empty if nothing is. */
    List<String> problems(JsonNode schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schema, value, "$", problems);
        return problems;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> problems) {
        if (schema.isBoolean()) {
            note(schema.asBoolean(), path + " is not allowed", problems);
            return;
        }
        if (schema.has("$ref")) {
            JsonNode target = root.at(schema.get("$ref").asText().substring(1));
            note(!target.isMissingNode(), "no " + schema.get("$ref"), problems);
            check(target, value, path, problems);
            return;
        }
        schema.fieldNames().forEachRemaining(name -> note(KNOWN.contains(name), "unknown keyword " + name, problems));
        checkScalar(schema, value, path, problems);
        schema.path("required").forEach(name -> note(value.has(name.asText()), path + " lacks " + name, problems));
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            JsonNode known = schema.path("properties").path(each.getKey());
            JsonNode rule = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (!rule.isMissingNode()) {
                check(rule, each.getValue(), path + "." + each.getKey(), problems);
            }
        }
        if (value.isArray()) {
            note(value.size() >= schema.path("minItems").asInt(), path + " is too short", problems);
            if (schema.has("items")) {
                value.forEach(item -> check(schema.get("items"), item, path + "[]", problems));
            }
        }
        if (schema.has("oneOf")) {
            List<List<String>> wrong = new ArrayList<>();
            schema.get("oneOf").forEach(one -> wrong.add(problems(one, value)));
            long fits = wrong.stream().filter(List::isEmpty).count();
            note(fits == 1, path + " fits " + fits + " of oneOf: " + wrong, problems);
        }
    }

    private static void checkScalar(JsonNode schema, JsonNode value, String path, List<String> problems) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            note(is(type.asText(), value), path + " is no " + type, problems);
        } else if (type.isArray()) {
            boolean any = false;
            for (JsonNode one : type) {
                any |= is(one.asText(), value);
            }
            note(any, path + " is none of " + type, problems);
        }
        if (schema.has("enum")) {
            boolean any = false;
            for (JsonNode one : schema.get("enum")) {
                any |= one.equals(value);
            }
            note(any, path + " is none of " + schema.get("enum"), problems);
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" ->
                value.isIntegralNumber()
                        || (value.isNumber()
                                && value.decimalValue()
                                                .remainder(BigDecimal.ONE)
                                                .signum()
                                        == 0);
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static void note(boolean right, String problem, List<String> problems) {
        if (!right) {
            problems.add(problem);
        }
    }
}
