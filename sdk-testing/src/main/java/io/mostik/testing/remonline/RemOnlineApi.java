package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import io.mostik.testing.RequestHandler;
import io.mostik.testing.internal.Endpoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The entry of the API: authentication, rate limit, and routing to the API generation. */
final class RemOnlineApi implements RequestHandler {

    private static final Set<String> TOKEN_ONLY = Set.of("order", "clients", "estimate", "book", "book-item", "books");
    private static final Set<String> NEW_STYLE = Set.of("orders", "estimates", "bookings", "contacts");

    private final Account account;
    private final ApiKeys keys;
    private final RequestLimit limit;
    private final Endpoints<RemOnlineRequest> v2 = endpoints(Dialect.V2);
    private final Endpoints<RemOnlineRequest> v1 = endpoints(Dialect.V1);
    private Optional<RemOnlineRequest> last = Optional.empty();
    ArrayStyle arrays = ArrayStyle.REPEAT;
    OptionalInt retired = OptionalInt.empty();
    Set<String> deafTo = Set.of();
    int mostRows = Sheet.PAGE;
    boolean sortsEverything;

    RemOnlineApi(Account account, ApiKeys keys, RequestLimit limit) {
        this.account = account;
        this.keys = keys;
        this.limit = limit;
        V2OrderShape shape = new V2OrderShape(account);
        V2People people = new V2People(account);
        Goods goods = new Goods(account);
        new V2Company(account).register(v2); // its paths come before /orders/{id} and /contacts/people/{id}
        new V2Orders(account, shape).register(v2);
        new V2Items(account, shape).register(v2);
        people.register(v2);
        new V2Contacts(account, people).register(v2);
        new V2Estimates(account, shape).register(v2);
        new V2Bookings(account, shape).register(v2);
        new V2Invoices(account).register(v2);
        new V2Money(account).register(v2);
        new V2Catalog(goods).register(v2);
        V1OrderShape oldShape = new V1OrderShape(account);
        new V1Dictionaries(account).register(v1); // its paths come before /order/{id} and /clients/{id}
        new V1Orders(account, oldShape).register(v1);
        new V1Estimates(account, oldShape).register(v1);
        new V1Clients(account).register(v1);
        new V1Leads(account).register(v1);
        new V1Tasks(account).register(v1);
        new V1Money(account).register(v1);
        new V1Goods(account, goods).register(v1);
        new V1Warehouse(account).register(v1);
        new V1Documents(account).register(v1);
        new V1Assets(account).register(v1);
    }

    private Endpoints<RemOnlineRequest> endpoints(Dialect dialect) {
        return new Endpoints<>((request, path) -> {
                    ArrayStyle style = dialect == Dialect.V2 ? arrays : ArrayStyle.BRACKETS;
                    RemOnlineRequest ask = new RemOnlineRequest(
                            request,
                            path,
                            account,
                            dialect,
                            new RemOnlineRequest.Habits(style, deafTo, mostRows, sortsEverything));
                    last = Optional.of(ask);
                    return ask;
                })
                .unknownPath(request -> Dialect.notFound().answer());
    }

    /** Returns verb and path of every endpoint but the log-in. */
    List<String> names() {
        return Stream.of(v2, v1).flatMap(each -> each.names().stream()).toList();
    }

    @Override
    public Answer answer(RecordedRequest request) throws Exception {
        synchronized (account) {
            try {
                return route(request);
            } finally {
                last.ifPresent(ask -> account.ignored.addAll(ask.ignored()));
                last = Optional.empty();
            }
        }
    }

    @Override
    public Answer error(RecordedRequest request) {
        Dialect dialect = request.segments().get(0).equals("v2") ? Dialect.V2 : Dialect.V1;
        return dialect.invalid("id", "does not exist").answer();
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
        if (path.equals(List.of("token", "new"))) {
            return login(request);
        }
        if (NEW_STYLE.contains(path.get(0))) {
            limit.pass(bearer(request, Dialect.V2));
            return v2.answer(ofVersion2(request));
        }
        boolean tokenOnly = TOKEN_ONLY.contains(path.get(0));
        Optional<String> token = token(request);
        limit.pass(tokenOnly || token.isPresent() ? session(token) : bearer(request, Dialect.V1));
        return v1.answer(request);
    }

    /** Returns the request as version 2 has it: the generation before answers these paths too. */
    private static RecordedRequest ofVersion2(RecordedRequest request) {
        return new RecordedRequest(
                request.number(),
                request.method(),
                "/v2" + request.rawPath(),
                request.rawQuery(),
                request.headers(),
                request.body());
    }

    /** With the key in JSON or a form, or in the address, by any verb, as live clients have it. */
    private Answer login(RecordedRequest request) {
        String key = request.query("api_key").or(() -> text(request, "api_key")).orElse("");
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
        return request.query("token").or(() -> text(request, "token"));
    }

    /** Returns a text out of a body of JSON, or else of a form. */
    private static Optional<String> text(RecordedRequest request, String name) {
        JsonNode json = request.json();
        return json.isObject()
                ? Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText)
                : request.form().getOrDefault(name, List.of()).stream().findFirst();
    }
}
