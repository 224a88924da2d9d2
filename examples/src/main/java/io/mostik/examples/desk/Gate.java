package io.mostik.examples.desk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.mostik.core.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Authenticates requests to the desk. Listening on loopback is not enough: every program of this machine reaches it,
 * and so does every web page that its browser shows. So the address that is printed holds a key, which becomes a
 * cookie; a change needs besides the page's token and a request from the page itself. Immutable.
 */
final class Gate {

    private static final String COOKIE = "mostik-desk";
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int port;
    private final Secret key = random();
    private final Secret session = random();
    private final Secret token = random();

    Gate(int port) {
        this.port = port;
    }

    private static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Returns the address to open, with its key. */
    URI address() {
        return URI.create(origin() + "/?key=" + key.reveal());
    }

    /** Returns the token that the page sends with every change. */
    Secret token() {
        return token;
    }

    /** Returns whether the browser talks to this server by its own name, so that no other name leads here. */
    boolean isOurName(HttpExchange exchange) {
        return List.of("127.0.0.1:" + port, "localhost:" + port).contains(first(exchange, "Host"));
    }

    /** Returns whether this is the printed address. */
    boolean hasKey(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                .filter(query -> query.startsWith("key=") && key.matches(query.substring(4)))
                .isPresent();
    }

    /** Lets the browser in. */
    void welcome(HttpExchange exchange) {
        exchange.getResponseHeaders()
                .set("Set-Cookie", COOKIE + "=" + session.reveal() + "; Path=/; HttpOnly; SameSite=Strict");
    }

    /** Returns whether the browser was let in. */
    boolean isWelcome(HttpExchange exchange) {
        return Stream.of(first(exchange, "Cookie").split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .anyMatch(cookie -> session.matches(cookie.substring(COOKIE.length() + 1)));
    }

    /** Returns why a change is refused, unless it comes from the page itself. */
    Optional<String> refusal(HttpExchange exchange) {
        String origin = first(exchange, "Origin");
        String site = first(exchange, "Sec-Fetch-Site");
        if (!origin.equals("http://" + first(exchange, "Host")) || !(site.isEmpty() || site.equals("same-origin"))) {
            return Optional.of("the request does not come from the desk's own page");
        }
        if (!token.matches(first(exchange, "X-Desk-Token"))) {
            return Optional.of("the page is older than the desk: load it again");
        }
        return Optional.empty();
    }

    /** Says what the browser may do with anything from here: run our files, talk to us, and nothing else. */
    static void harden(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                        + "require-trusted-types-for 'script'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    private static String first(HttpExchange exchange, String header) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                .orElse("");
    }
}
