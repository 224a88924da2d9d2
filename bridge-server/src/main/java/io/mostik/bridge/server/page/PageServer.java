package io.mostik.bridge.server.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.mostik.bridge.Person;
import io.mostik.core.Secret;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Serves the page to people, the same questions to the verbs, and health and metrics to monitoring. Thread-safe. */
public final class PageServer implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(PageServer.class.getName());
    private static final int LARGEST_BODY = 16 * 1024;
    private static final String API = "/api/";
    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final List<String> LANGUAGES = List.of("en", "ru", "hu", "pl");

    private final Office office;
    private final Gate gate;
    private final Sessions sessions;
    private final PageFiles files = new PageFiles();
    private final Map<String, Supplier<Plain>> plain;

    /**
     * What monitoring reads.
     *
     * @param status HTTP status
     * @param type media type
     * @param text the body
     */
    public record Plain(int status, String type, String text) {}

    /**
     * Creates the server's handler.
     *
     * @param people who may come in
     * @param localKey of the verbs on this machine
     * @param names further host names
     * @param plain what monitoring reads, by path
     */
    public PageServer(
            Office office,
            List<Person> people,
            Optional<Secret> localKey,
            List<String> names,
            TimeSource time,
            Map<String, Supplier<Plain>> plain) {
        this.office = office;
        this.sessions = new Sessions(people, time);
        this.gate = new Gate(sessions, localKey, names);
        this.plain = Map.copyOf(plain);
    }

    /** Returns whether a request shows a session or the key of the verbs. */
    public boolean isProven(HttpExchange exchange) {
        return gate.isProven(exchange);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Gate.harden(exchange.getResponseHeaders());
            String path = exchange.getRequestURI().getRawPath();
            String method = exchange.getRequestMethod();
            boolean isRead = method.equals("GET") || method.equals("HEAD");
            if (isRead && plain.containsKey(path)) {
                Plain text = plain.getOrDefault(path, () -> new Plain(404, "text/plain", ""))
                        .get();
                send(exchange, text.status(), text.type(), text.text());
            } else if (!gate.isOurName(exchange)) {
                refuse(exchange, 421, "this server has another name; further ones stand in listen.page.names");
            } else if (!isRead && !method.equals("POST")) {
                refuse(exchange, 405, "this cannot be done here");
            } else if (path.startsWith(API)) {
                api(exchange, path.substring(API.length()), !isRead);
            } else if (!isRead || !files.serve(exchange, path)) {
                refuse(exchange, 404, "there is nothing here");
            }
        }
    }

    private void api(HttpExchange exchange, String name, boolean isChange) throws IOException {
        if (gate.isVerb(exchange)) {
            answer(
                    exchange,
                    name,
                    isChange,
                    new Asker(
                            "local " + System.getProperty("user.name", "user"),
                            Person.Role.APPROVER,
                            language(exchange)));
            return;
        }
        Optional<String> foreign = isChange ? gate.foreign(exchange) : Optional.empty();
        Optional<Sessions.Session> session = gate.session(exchange);
        if (foreign.isPresent()) {
            refuse(exchange, 403, foreign.get());
        } else if (isChange && name.equals("login")) {
            login(exchange);
        } else if (session.isEmpty()) {
            refuse(exchange, 401, "nobody is logged in");
        } else if (isChange && !gate.hasToken(exchange, session.get())) {
            refuse(exchange, 403, "the page is older than the session: load it again");
        } else if (name.equals("session") && !isChange) {
            send(exchange, 200, session(session.get()));
        } else if (name.equals("leave") && isChange) {
            sessions.end(session.get());
            send(exchange, 200, Map.of());
        } else {
            Person person = session.get().person();
            answer(exchange, name, isChange, new Asker(person.name(), person.role(), language(exchange)));
        }
    }

    private static Map<String, Object> session(Sessions.Session session) {
        return Map.of(
                "name", session.person().name(),
                "role", IntentView.word(session.person().role()),
                "token", session.token().reveal());
    }

    private void login(HttpExchange exchange) throws IOException {
        Optional<Json> body = body(exchange);
        if (body.isEmpty()) {
            return;
        }
        Optional<Person> person = sessions.owner(body.get().get("key").text().orElse(""));
        if (person.isEmpty()) {
            refuse(exchange, 401, "this is nobody's key");
            return;
        }
        gate.welcome(exchange, person.get());
        send(exchange, 200, Map.of());
    }

    private void answer(HttpExchange exchange, String name, boolean isChange, Asker asker) throws IOException {
        Question question;
        if (isChange) {
            Optional<Json> body = body(exchange);
            if (body.isEmpty()) {
                return;
            }
            question = Question.of(body.get());
        } else {
            question = new Question(query(exchange));
        }
        try {
            send(exchange, 200, office.answer(name, isChange, question, asker));
        } catch (OfficeException e) {
            refuse(exchange, e.status(), String.valueOf(e.getMessage()));
        } catch (NoSuchElementException e) {
            refuse(exchange, 404, "there is no such thing");
        } catch (IllegalArgumentException e) {
            refuse(exchange, 400, String.valueOf(e.getMessage()));
        } catch (StateStoreException e) {
            LOG.log(Level.WARNING, "the journal does not answer", e);
            refuse(exchange, 503, "the journal does not answer");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "no answer to " + name, e);
            refuse(exchange, 500, "the program failed at this; its log says why");
        }
    }

    /** Returns the body; empty if it was refused. */
    private static Optional<Json> body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY || !Gate.first(exchange, "Content-Type").startsWith("application/json")) {
            refuse(exchange, body.length > LARGEST_BODY ? 413 : 415, "a small JSON body is expected");
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.read(JsonType.of(Json.class), body)).filter(json -> {
                if (!json.isObject()) {
                    throw new JsonException("no object");
                }
                return true;
            });
        } catch (JsonException e) {
            refuse(exchange, 400, "the body is no JSON object");
            return Optional.empty();
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new LinkedHashMap<>();
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> {
                    try {
                        values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
                    } catch (IllegalArgumentException e) {
                        values.put(pair[0], "");
                    }
                });
        return values;
    }

    /** The choice of the page first, then the browser's languages in their order. */
    private static String language(HttpExchange exchange) {
        return Stream.concat(
                        Stream.of(Gate.first(exchange, "Cookie").split(";"))
                                .map(String::strip)
                                .filter(cookie -> cookie.startsWith("mostik-language="))
                                .map(cookie -> cookie.substring(16)),
                        Stream.of(Gate.first(exchange, "Accept-Language").split(","))
                                .map(each -> each.strip().split("[-;]", 2)[0]))
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("en");
    }

    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        send(exchange, status, Map.of("message", message));
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        send(exchange, status, "application/json; charset=utf-8", new String(JSON.write(body), StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean silent = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }
}
