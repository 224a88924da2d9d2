package io.mostik.bridge.gateway;

import static io.mostik.bridge.gateway.OpenApi.map;

import io.mostik.bridge.action.FieldSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.intent.Happened;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.NextStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the requests and answers of the gateway look like, for {@link OpenApi}. */
final class OpenApiSchemas {

    private static final String DESCRIPTION = "description";
    private static final String STRING = "string";
    private static final String ITEMS = "#/components/schemas/Answer";

    private OpenApiSchemas() {}

    static Map<String, Object> shared() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put("Answer", answer());
        schemas.put("Refusal", refusal());
        schemas.put("Page", page("intents"));
        schemas.put("Events", page("events"));
        schemas.put("Taken", taken());
        schemas.put("Catalogue", catalogue());
        return schemas;
    }

    private static Map<String, Object> answer() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Stream.of("intent", "document", "line", "action").forEach(name -> fields.put(name, type(STRING)));
        outcome(fields);
        fields.put("vendor_says", type(STRING));
        fields.put("event", type("integer"));
        fields.put("earlier", type("boolean"));
        times(fields);
        fields.put("first_state", type(STRING));
        fields.put("journal", type(STRING));
        return map(
                "type",
                "object",
                DESCRIPTION,
                "What came of it has names that begin with result_.",
                "properties",
                fields,
                "additionalProperties",
                true);
    }

    private static Map<String, Object> refusal() {
        Map<String, Object> fields = new LinkedHashMap<>();
        outcome(fields);
        fields.put("field", described(STRING, "The field that is wrong, if it is one."));
        fields.put("choices", described(STRING, "What would do, if there is a choice."));
        fields.put("name", described(STRING, "What this key has no right to."));
        fields.put("first_state", described(STRING, "The state that a decision came too late for."));
        return map("type", "object", "properties", fields);
    }

    private static Map<String, Object> taken() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Stream.of("signal", "document").forEach(name -> fields.put(name, type(STRING)));
        outcome(fields);
        fields.put("earlier", type("boolean"));
        times(fields);
        return map("type", "object", "properties", fields);
    }

    private static void times(Map<String, Object> fields) {
        fields.put("at", described(STRING, "Local time of the base, without an offset."));
        fields.put("at_unix", described("integer", "Milliseconds since 1970 in UTC."));
    }

    private static Map<String, Object> catalogue() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Stream.of("actions", "reads").forEach(name -> fields.put(name, list(type("object"))));
        return map("type", "object", "properties", fields);
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return map("type", "array", "items", items);
    }

    private static void outcome(Map<String, Object> fields) {
        fields.put("state", words(IntentState.values()));
        fields.put("happened", words(Happened.values()));
        fields.put("next_step", words(NextStep.values()));
        fields.put("code", described(STRING, "What there is to say, for programs."));
        fields.put("message", described(STRING, "The same for people, in the language of the base."));
    }

    private static Map<String, Object> page(String rows) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("journal", type(STRING));
        fields.put("count", type("integer"));
        if (rows.equals("events")) {
            Stream.of("code", "message").forEach(name -> fields.put(name, type(STRING)));
            Stream.of("next", "last").forEach(name -> fields.put(name, type("integer")));
        }
        fields.put(rows, list(map("$ref", ITEMS)));
        return map("type", "object", "properties", fields);
    }

    /** Returns what a request with these fields looks like. */
    static Map<String, Object> object(List<FieldSpec> fields, String further) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), field(field)));
        Map<String, Object> schema = map("type", "object");
        schema.put(
                "required",
                fields.stream().filter(FieldSpec::required).map(FieldSpec::name).toList());
        schema.put("properties", properties);
        if (!further.isEmpty()) {
            schema.put(DESCRIPTION, "Further fields begin with " + further + ".");
        }
        return schema;
    }

    /** Returns what the results of an action look like. */
    static Map<String, Object> results(List<FieldSpec> results) {
        return map("type", "object", "properties", results("result_", results));
    }

    private static Map<String, Object> results(String prefix, List<FieldSpec> results) {
        Map<String, Object> properties = new LinkedHashMap<>();
        results.forEach(result -> properties.put(prefix + result.name(), described(answerType(result), result)));
        return properties;
    }

    /** Returns what the answer to a read looks like: rows of a list, else the results of the one that was found. */
    static Map<String, Object> read(Read read) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Stream.of("read", "code", "message").forEach(name -> fields.put(name, type(STRING)));
        fields.put("found", type("boolean"));
        if (read.isList()) {
            fields.put("count", type("integer"));
            fields.put("more", described("boolean", "Whether there are more than are shown."));
            fields.put(
                    "rows",
                    list(map(
                            "type",
                            "object",
                            "properties",
                            results("", read.spec().results()))));
        } else {
            fields.putAll(results("result_", read.spec().results()));
        }
        Map<String, Object> schema = map("type", "object", "properties", fields);
        if (!read.spec().further().isEmpty()) {
            schema.put(
                    DESCRIPTION,
                    "Further results begin with result_" + read.spec().further() + ".");
            schema.put("additionalProperties", true);
        }
        return schema;
    }

    /** Returns what a decision of a person looks like. */
    static Map<String, Object> decision(boolean hasOutcome) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (hasOutcome) {
            properties.put("happened", map("type", STRING, "enum", List.of("yes", "no")));
            properties.put("send_again", type("boolean"));
            required.add("happened");
        }
        properties.put("reason", type(STRING));
        required.add("reason");
        return map("type", "object", "required", required, "properties", properties);
    }

    /** Returns a parameter of an address. */
    static Map<String, Object> query(FieldSpec field) {
        Map<String, Object> parameter = map("name", field.name(), "in", "query");
        parameter.put("required", field.required());
        parameter.put(DESCRIPTION, field.description());
        parameter.put("schema", type(STRING));
        parameter.put("example", field.example());
        return parameter;
    }

    static Map<String, Object> text(String name, String description) {
        return map("name", name, "in", "query", DESCRIPTION, description, "schema", type(STRING));
    }

    static Map<String, Object> whole(String name, String description) {
        return map("name", name, "in", "query", DESCRIPTION, description, "schema", type("integer"));
    }

    /** What holds a number may be written as one or as a text, since programs that write for people do so. */
    private static Map<String, Object> field(FieldSpec field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (field.type()) {
            case MONEY, NUMBER -> schema.put("oneOf", List.of(type("number"), type(STRING)));
            case FLAG -> schema.put("oneOf", List.of(type("boolean"), type(STRING)));
            default -> schema.put("type", STRING);
        }
        schema.put(DESCRIPTION, field.description());
        schema.put("example", field.example());
        return schema;
    }

    private static String answerType(FieldSpec field) {
        return field.type() == FieldType.MONEY || field.type() == FieldType.NUMBER
                ? "number"
                : field.type() == FieldType.FLAG ? "boolean" : STRING;
    }

    private static Map<String, Object> described(String type, FieldSpec field) {
        return described(type, field.description());
    }

    private static Map<String, Object> described(String type, String description) {
        return map("type", type, DESCRIPTION, description);
    }

    private static Map<String, Object> words(Enum<?>... values) {
        return map(
                "type", STRING, "enum", Stream.of(values).map(FlatAnswer::word).toList());
    }

    private static Map<String, Object> type(String name) {
        return map("type", name);
    }
}
