package io.mostik.testing.vcclive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The campaign manager of the newer platform: databases of customers, behind a bearer token. Obtained from
 * {@code VccLiveSimulator.campaigns()}. Thread-safe.
 */
public final class VccCampaignBase {

    static final String BASE = "/api/v1";

    private static final String DATABASE = BASE + "/databases/{databaseId}";

    private final Endpoints<RequestReader> endpoints = VccApi.endpoints();
    private final Map<String, Database> databases = new LinkedHashMap<>();
    private volatile String token = "demo-campaign-token";

    VccCampaignBase() {
        endpoints
                .get(DATABASE + "/fields", ask -> database(ask).fields())
                .post(DATABASE + "/customers", ask -> database(ask).add(ask.object()))
                .put(DATABASE + "/customers", ask -> database(ask).modify(ask.object()));
    }

    /** Returns the token that is asked for. */
    public String token() {
        return token;
    }

    /** Asks for another token from now on. */
    public void token(String newToken) {
        token = newToken;
    }

    /** Adds a field of a type such as {@code text} or {@code select}; customers are found by unique ones. */
    public synchronized void addField(String databaseId, String id, String type, boolean unique, String... values) {
        databases
                .computeIfAbsent(databaseId, unused -> new Database())
                .fields
                .put(id, new Field(id, type, unique, List.of(values)));
    }

    /** Returns a database's customers as they were sent, in the order they were added. */
    public synchronized List<JsonNode> customers(String databaseId) {
        return List.copyOf(databases.getOrDefault(databaseId, new Database()).customers);
    }

    synchronized Answer answer(RecordedRequest request) throws Exception {
        if (!request.bearer().equals(Optional.of(token))) {
            return Answer.empty(401);
        }
        return endpoints.answer(request);
    }

    private Database database(RequestReader ask) {
        return Optional.ofNullable(databases.get(ask.path("databaseId"))).orElseThrow(VccRefusal::notFound);
    }

    private record Field(String id, String type, boolean unique, List<String> values) {

        Map<String, Object> describe() {
            return new JsonObject()
                    .with("id", id)
                    .with("name", id)
                    .with("type", type)
                    .with("required", unique)
                    .with("unique", unique)
                    .with(
                            "possibleValues",
                            values.stream()
                                    .map(value -> Map.of("name", value, "displayName", value))
                                    .toList());
        }
    }

    private static final class Database {

        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final List<ObjectNode> customers = new ArrayList<>();

        Answer fields() {
            return Answer.json(
                    200,
                    Map.of(
                            "response",
                            fields.values().stream().map(Field::describe).toList()));
        }

        Answer add(JsonNode sent) {
            check(sent);
            Optional<ObjectNode> same = find(sent);
            if (same.isPresent()) {
                throw VccRefusal.bad(uniqueIn(sent).orElse(""));
            }
            customers.add(sent.deepCopy());
            return Answer.json(200, sent);
        }

        Answer modify(JsonNode sent) {
            check(sent);
            Optional<ObjectNode> customer = find(sent);
            customer.ifPresent(
                    kept -> sent.properties().forEach(property -> kept.set(property.getKey(), property.getValue())));
            return customer.map(kept -> Answer.json(200, kept)).orElseThrow(VccRefusal::notFound);
        }

        private void check(JsonNode sent) {
            for (Field field : fields.values()) {
                if (field.unique() && !sent.has(field.id())) {
                    throw VccRefusal.of("error.required", field.id());
                }
                values(sent.path(field.id())).stream()
                        .filter(value ->
                                !field.values().isEmpty() && !field.values().contains(value))
                        .forEach(value -> {
                            throw VccRefusal.bad(field.id());
                        });
            }
        }

        private Optional<ObjectNode> find(JsonNode sent) {
            return uniqueIn(sent)
                    .flatMap(id -> customers.stream()
                            .filter(customer -> values(customer.path(id)).equals(values(sent.path(id))))
                            .findFirst());
        }

        private Optional<String> uniqueIn(JsonNode sent) {
            return fields.values().stream()
                    .filter(field -> field.unique() && sent.has(field.id()))
                    .map(Field::id)
                    .findFirst();
        }

        /** Values come in arrays, as in the vendor's sample, or bare. */
        private static List<String> values(JsonNode sent) {
            List<String> values = new ArrayList<>();
            if (sent.isArray()) {
                sent.forEach(value -> values.add(value.asText()));
            } else if (sent.isValueNode()) {
                values.add(sent.asText());
            }
            return values;
        }
    }
}
