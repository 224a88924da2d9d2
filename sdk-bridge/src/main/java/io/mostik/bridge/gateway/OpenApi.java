package io.mostik.bridge.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.action.FieldSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Describes the gateway as OpenAPI 3.0.3, made from the actions and reads that there are. */
final class OpenApi {

    private static final String DESCRIPTION = "description";
    private static final String ANSWER = "#/components/schemas/Answer";
    private static final String REFUSAL = "#/components/schemas/Refusal";
    private static final String PAGE = "#/components/schemas/Page";

    private final Map<String, Object> paths = new LinkedHashMap<>();

    private OpenApi() {}

    /** Returns the description as JSON, the same text for the same actions and reads. */
    static String of(Actions actions, List<Read> reads) {
        OpenApi api = new OpenApi();
        actions.all().stream()
                .map(Action::spec)
                .sorted(Comparator.comparing(ActionSpec::name))
                .forEach(api::action);
        api.intents();
        api.rest();
        reads.stream()
                .map(Read::spec)
                .sorted(Comparator.comparing(ActionSpec::name))
                .forEach(api::read);
        return written(api.whole());
    }

    private static String written(Map<String, Object> whole) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(whole) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and lists can be written", e);
        }
    }

    private Map<String, Object> whole() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("openapi", "3.0.3");
        whole.put(
                "info",
                map(
                        "title",
                        "Mostik bridge",
                        "version",
                        "1",
                        DESCRIPTION,
                        "What is accepted is written down first and carried out once for one document."));
        whole.put("security", List.of(Map.of("key", List.of())));
        whole.put("paths", paths);
        whole.put(
                "components",
                map(
                        "securitySchemes", map("key", map("type", "http", "scheme", "bearer")),
                        "schemas", OpenApiSchemas.shared()));
        return whole;
    }

    private void action(ActionSpec spec) {
        List<FieldSpec> fields =
                Stream.concat(Envelope.FIELDS.stream(), spec.fields().stream()).toList();
        Map<String, Object> post = map("operationId", spec.name(), "summary", spec.description());
        post.put("tags", List.of("actions"));
        post.put("requestBody", body(OpenApiSchemas.object(fields, spec.further())));
        post.put(
                "responses",
                answers(Map.of("allOf", List.of(ref(ANSWER), OpenApiSchemas.results(spec.results()))), true));
        paths.put("/v1/actions/" + spec.name(), map("post", post));
    }

    private void read(ActionSpec spec) {
        Map<String, Object> get = map("operationId", "read." + spec.name(), "summary", spec.description());
        get.put("tags", List.of("reads"));
        List<Object> parameters = new ArrayList<>();
        spec.fields().forEach(field -> parameters.add(OpenApiSchemas.query(field)));
        parameters.add(OpenApiSchemas.text("connection", "The account that is meant, if several would do."));
        parameters.add(OpenApiSchemas.text("organisation", "The organisation whose account is meant."));
        get.put("parameters", parameters);
        get.put("responses", answers(OpenApiSchemas.results(spec.results()), false));
        paths.put("/v1/reads/" + spec.name(), map("get", get));
    }

    private void intents() {
        Map<String, Object> place = map("name", "intent", "in", "path", "required", true);
        place.put("schema", map("type", "string"));
        paths.put(
                "/v1/intents",
                map(
                        "get",
                        operation(
                                "intents.list",
                                "One's own intents, in the order of acceptance.",
                                List.of(
                                        OpenApiSchemas.text("document", "Only this document's."),
                                        OpenApiSchemas.text("state", "Only in these states, with commas between."),
                                        OpenApiSchemas.text("after", "Only those accepted after this intent."),
                                        OpenApiSchemas.whole("limit", "How many at most: 1 to 50.")),
                                ref(PAGE))));
        paths.put(
                "/v1/intents/{intent}",
                map(
                        "get",
                        operation(
                                "intents.get",
                                "One intent, at once or when it has moved.",
                                List.of(place, OpenApiSchemas.whole("wait", "How many seconds to wait: 0 to 25.")),
                                ref(ANSWER))));
        paths.put(
                "/v1/intents/{intent}/cancel",
                map("post", operation("intents.cancel", "Withdraws what was not sent.", List.of(place), ref(ANSWER))));
        Map<String, Object> resolve =
                operation("intents.resolve", "Settles an unknown outcome; for people.", List.of(place), ref(ANSWER));
        resolve.put("requestBody", body(OpenApiSchemas.decision(true)));
        paths.put("/v1/intents/{intent}/resolve", map("post", resolve));
        Map<String, Object> retry =
                operation("intents.retry", "Tries again now; for people.", List.of(place), ref(ANSWER));
        retry.put("requestBody", body(OpenApiSchemas.decision(false)));
        paths.put("/v1/intents/{intent}/retry", map("post", retry));
    }

    private void rest() {
        paths.put(
                "/v1/events",
                map(
                        "get",
                        operation(
                                "events",
                                "What has ended, in order. The number of the last stored event acknowledges it.",
                                List.of(
                                        OpenApiSchemas.whole("after", "The number of the last stored event."),
                                        OpenApiSchemas.whole("wait", "How many seconds to wait for one: 0 to 25."),
                                        OpenApiSchemas.whole("limit", "How many at most: 1 to 50."),
                                        OpenApiSchemas.text("journal", "The journal that the number is from.")),
                                ref("#/components/schemas/Events"))));
        Map<String, Object> place = map("name", "signal", "in", "path", "required", true);
        place.put("schema", map("type", "string"));
        Map<String, Object> signal =
                operation("signals", "Takes an event of one's own, for links.", List.of(place), ref(ANSWER));
        signal.put("requestBody", body(OpenApiSchemas.object(Envelope.FIELDS.subList(0, 2), "")));
        paths.put("/v1/signals/{signal}", map("post", signal));
        paths.put(
                "/v1/actions",
                map("get", operation("catalogue", "What this key may ask for.", List.of(), map("type", "object"))));
    }

    private static Map<String, Object> operation(String id, String summary, List<?> parameters, Object schema) {
        Map<String, Object> operation = map("operationId", id, "summary", summary);
        operation.put("tags", List.of("journal"));
        operation.put("parameters", parameters);
        operation.put("responses", answers(schema, false));
        return operation;
    }

    private static Map<String, Object> answers(Object schema, boolean isAction) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer(isAction ? "Done, unknown or cancelled: see state." : "As asked.", schema));
        if (isAction) {
            answers.put("202", answer("Accepted or working: ask again with the same document.", schema));
            answers.put("409", answer("The document came before with other content.", schema));
            answers.put("422", answer("Refused for this document.", schema));
        }
        answers.put("503", answer("Ask again, with the same document.", ref(REFUSAL)));
        answers.put("default", answer("Put the request right.", ref(REFUSAL)));
        return answers;
    }

    private static Map<String, Object> answer(String description, Object schema) {
        return map(DESCRIPTION, description, "content", map("application/json", map("schema", schema)));
    }

    private static Map<String, Object> body(Object schema) {
        return map("required", true, "content", map("application/json", map("schema", schema)));
    }

    private static Map<String, Object> ref(String to) {
        return map("$ref", to);
    }

    /** Returns a map in this order. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
