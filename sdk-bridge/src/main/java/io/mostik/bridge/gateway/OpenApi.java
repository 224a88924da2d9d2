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
        reads.stream().sorted(Comparator.comparing(read -> read.spec().name())).forEach(api::read);
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
        post.put("parameters", List.of(documentInHeader()));
        post.put("requestBody", body(OpenApiSchemas.object(fields, spec.further())));
        Object answer = Map.of("allOf", List.of(ref(ANSWER), OpenApiSchemas.results(spec.results())));
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer("Done, unknown or cancelled: see state.", answer));
        answers.put("202", answer("Accepted or working: ask again with the same document.", answer));
        answers.put("409", answer("The document came before with other content.", answer));
        answers.put("422", answer("Refused for this document.", answer));
        post.put("responses", withRefusals(answers));
        paths.put("/v1/actions/" + spec.name(), map("post", post));
    }

    private void read(Read read) {
        ActionSpec spec = read.spec();
        Map<String, Object> get = map("operationId", "read." + spec.name(), "summary", spec.description());
        get.put("tags", List.of("reads"));
        List<Object> parameters = new ArrayList<>();
        spec.fields().forEach(field -> parameters.add(OpenApiSchemas.query(field)));
        parameters.add(OpenApiSchemas.text("connection", "The account that is meant, if several would do."));
        parameters.add(OpenApiSchemas.text("organisation", "The organisation whose account is meant."));
        parameters.add(OpenApiSchemas.text("region", "Where national telephone numbers are from, in two letters."));
        get.put("parameters", parameters);
        get.put("responses", asAsked(OpenApiSchemas.read(read)));
        paths.put("/v1/reads/" + spec.name(), map("get", get));
    }

    private void intents() {
        Map<String, Object> place = place("intent");
        Map<String, Object> list = journal("intents.list", "One's own intents, in the order of acceptance.");
        list.put(
                "parameters",
                List.of(
                        OpenApiSchemas.text("document", "Only this document's."),
                        OpenApiSchemas.text("state", "Only in these states, with commas between."),
                        OpenApiSchemas.text("after", "Only those accepted after this intent."),
                        OpenApiSchemas.whole("limit", "How many at most: 1 to 50."),
                        OpenApiSchemas.text("base", "Only this base's; for people, who see those of all.")));
        list.put("responses", asAsked(ref(PAGE)));
        paths.put("/v1/intents", map("get", list));

        Map<String, Object> one = journal("intents.get", "One intent, at once or when it has moved.");
        one.put("parameters", List.of(place, OpenApiSchemas.whole("wait", "How many seconds to wait: 0 to 25.")));
        one.put("responses", withRefusals(anIntent()));
        paths.put("/v1/intents/{intent}", map("get", one));

        Map<String, Object> cancel = decision("intents.cancel", "Withdraws what was not sent.", place);
        paths.put("/v1/intents/{intent}/cancel", map("post", cancel));
        Map<String, Object> resolve = decision("intents.resolve", "Settles an unknown outcome; for people.", place);
        resolve.put("requestBody", body(OpenApiSchemas.decision(true)));
        paths.put("/v1/intents/{intent}/resolve", map("post", resolve));
        Map<String, Object> retry = decision("intents.retry", "Tries again now; for people.", place);
        retry.put("requestBody", body(OpenApiSchemas.decision(false)));
        paths.put("/v1/intents/{intent}/retry", map("post", retry));
    }

    private static Map<String, Object> decision(String id, String summary, Map<String, Object> place) {
        Map<String, Object> decision = journal(id, summary);
        decision.put("parameters", List.of(place));
        Map<String, Object> answers = anIntent();
        answers.put("409", answer("Too late for it: see first_state.", ref(REFUSAL)));
        decision.put("responses", withRefusals(answers));
        return decision;
    }

    /** An intent is answered with the status that its state would have got at first. */
    private static Map<String, Object> anIntent() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer("It is done, unknown or cancelled: see state.", ref(ANSWER)));
        answers.put("202", answer("It is accepted or working.", ref(ANSWER)));
        answers.put("422", answer("It was refused.", ref(ANSWER)));
        return answers;
    }

    private void rest() {
        Map<String, Object> events =
                journal("events", "What has ended, in order. The number of the last stored event acknowledges it.");
        events.put(
                "parameters",
                List.of(
                        OpenApiSchemas.whole("after", "The number of the last stored event."),
                        OpenApiSchemas.whole("wait", "How many seconds to wait for one: 0 to 25."),
                        OpenApiSchemas.whole("limit", "How many at most: 1 to 50."),
                        OpenApiSchemas.text("journal", "The journal that the number is from.")));
        events.put("responses", asAsked(ref("#/components/schemas/Events")));
        paths.put("/v1/events", map("get", events));

        Map<String, Object> signal = journal("signals", "Takes an event of one's own, for links.");
        signal.put("parameters", List.of(place("signal"), documentInHeader()));
        signal.put("requestBody", body(OpenApiSchemas.object(Envelope.FIELDS.subList(0, 2), "")));
        Map<String, Object> taken = new LinkedHashMap<>();
        taken.put("202", answer("Taken over, now or earlier.", ref("#/components/schemas/Taken")));
        signal.put("responses", withRefusals(taken));
        paths.put("/v1/signals/{signal}", map("post", signal));

        Map<String, Object> catalogue = journal("catalogue", "What this key may ask for.");
        catalogue.put("responses", asAsked(ref("#/components/schemas/Catalogue")));
        paths.put("/v1/actions", map("get", catalogue));
    }

    private static Map<String, Object> journal(String id, String summary) {
        return map("operationId", id, "summary", summary, "tags", List.of("journal"));
    }

    private static Map<String, Object> place(String name) {
        return map("name", name, "in", "path", "required", true, "schema", map("type", "string"));
    }

    private static Map<String, Object> documentInHeader() {
        return map(
                "name",
                "Idempotency-Key",
                "in",
                "header",
                DESCRIPTION,
                "The document once more, for programs that can only send it there; then it may be empty in the body.",
                "schema",
                map("type", "string"));
    }

    private static Map<String, Object> asAsked(Object schema) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer("As asked.", schema));
        return withRefusals(answers);
    }

    private static Map<String, Object> withRefusals(Map<String, Object> answers) {
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
