package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The way in: who asks, whether that is too often, and which generation is meant. */
final class RemOnlineApi implements RequestHandler {

    private static final Set<String> TOKEN_ONLY = Set.of("order", "clients", "estimate", "book", "book-item", "books");

    private final Account account;
    private final ApiKeys keys;
    private final RequestLimit limit;
    private final Endpoints v2;
    private final Endpoints v1;
    ArrayStyle arrays = ArrayStyle.REPEAT;
    OptionalInt retired = OptionalInt.empty();
    Set<String> deafTo = Set.of();

    RemOnlineApi(Account account, ApiKeys keys, RequestLimit limit) {
        this.account = account;
        this.keys = keys;
        this.limit = limit;
        this.v2 = new Endpoints(account, Dialect.V2, () -> arrays, () -> deafTo);
        new V2Dictionaries(account.dictionaries()).register(v2); // its paths come before /orders/{id}
        new V2Orders(account).register(v2);
        new V2Items(account).register(v2);
        new V2Company(account).register(v2);
        new V2Directories(account).register(v2); // its paths come before /contacts/people/{id}
        V2People people = new V2People(account);
        people.register(v2);
        new V2Contacts(account, people).register(v2);
        new V2Estimates(account).register(v2);
        new V2Bookings(account).register(v2);
        new V2Invoices(account).register(v2);
        new V2Money(account).register(v2);
        new V2Catalog(new Goods(account)).register(v2);
        this.v1 = new Endpoints(account, Dialect.V1, () -> ArrayStyle.BRACKETS, () -> deafTo);
        new V1Dictionaries(account).register(v1); // its paths come before /order/{id} and /clients/{id}
        new V1Orders(account).register(v1);
        new V1Estimates(account).register(v1);
        new V1Clients(account).register(v1);
        new V1ClientWrites(account).register(v1);
        new V1Leads(account).register(v1);
        new V1Tasks(account).register(v1);
        new V1Company(account.dictionaries()).register(v1);
        new V1LeadWrites(account).register(v1);
        new V1Money(account).register(v1);
        new V1Goods(account, new Goods(account)).register(v1);
        new V1Warehouse(account).register(v1);
        new V1Documents(account).register(v1);
        new V1Assets(account).register(v1);
    }

    /** Returns verb and path of every endpoint but the log-in. */
    List<String> names() {
        return Stream.of(v2, v1).flatMap(each -> each.names().stream()).toList();
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        synchronized (account) {
            return route(request);
        }
    }

    @Override
    public Answer error(RecordedRequest request) {
        Dialect dialect = request.segments().get(0).equals("v2") ? Dialect.V2 : Dialect.V1;
        return dialect.invalid(Map.of("id", List.of("does not exist")));
    }

    private Answer route(RecordedRequest request) throws Exception {
        List<String> path = request.segments();
        if (path.get(0).equals("v2")) {
            limit.pass(bearer(request, Dialect.V2));
            return v2.answer(request);
        }
        if (retired.isPresent()) {
            return Answer.text(retired.getAsInt(), "");
        }
        if (request.method().equals("POST") && path.equals(List.of("token", "new"))) {
            return login(request);
        }
        boolean tokenOnly = TOKEN_ONLY.contains(path.get(0));
        Optional<String> token = token(request);
        limit.pass(tokenOnly || token.isPresent() ? session(token) : bearer(request, Dialect.V1));
        return v1.answer(request);
    }

    private Answer login(RecordedRequest request) {
        JsonNode body = request.json();
        String key = body.isObject()
                ? body.path("api_key").asText("")
                : request.form().getOrDefault("api_key", List.of("")).get(0);
        if (!keys.holds(key)) {
            return Dialect.v1Failure(401, 111, "Wrong API key");
        }
        limit.pass(key);
        return Answer.json(200, Map.of("token", keys.login(key), "success", true));
    }

    private String bearer(RecordedRequest request, Dialect dialect) {
        return request.bearer().filter(keys::holds).orElseThrow(() -> new Refusal(dialect.unauthorized()));
    }

    private String session(Optional<String> token) {
        return token.flatMap(keys::keyOf)
                .orElseThrow(() -> new Refusal(Dialect.v1Failure(403, 101, "Token is invalid or has expired")));
    }

    /** Returns the token of the query, or of the body of a write. */
    private static Optional<String> token(RecordedRequest request) {
        return request.query("token")
                .or(() -> Optional.of(request.json().path("token"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
    }
}
