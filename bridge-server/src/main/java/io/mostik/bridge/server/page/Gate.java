package io.mostik.bridge.server.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.mostik.bridge.Person;
import io.mostik.core.Secret;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Authenticates requests to the page. Listening on loopback is not enough: every program of the machine reaches it, and so
 * does every web page that its browser shows. People have a key, which becomes a cookie; a change needs besides the token of
 * the session and a request from the page itself. The verbs have a key of their own, which no browser sends by itself.
 * Thread-safe.
 */
final class Gate {

    private static final String COOKIE = "mostik-bridge";
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Optional<Secret> localKey;
    private final List<String> names;

    /**
     * Creates a gate.
     *
     * @param localKey of the verbs on this machine
     * @param names further host names, without port; behind a proxy it is the proxy's
     */
    Gate(Sessions sessions, Optional<Secret> localKey, List<String> names) {
        this.sessions = sessions;
        this.localKey = localKey;
        this.names = List.copyOf(names);
    }

    /** Returns whether the browser talks to this server by its own name, so that no other name leads here. */
    boolean isOurName(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        List<String> known = new ArrayList<>(List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
        known.add(literal(exchange.getLocalAddress().getAddress()) + ":" + port);
        known.addAll(names);
        names.forEach(name -> known.add(name + ":" + port));
        return known.contains(first(exchange, "Host"));
    }

    /** No name that leads elsewhere can be an address, so the address itself is always ours. */
    private static String literal(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    Optional<Sessions.Session> session(HttpExchange exchange) {
        return Stream.of(first(exchange, "Cookie").split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .flatMap(cookie -> sessions.find(cookie.substring(COOKIE.length() + 1)).stream())
                .findFirst();
    }

    /** Returns whether a verb asks, which proves itself with the key that only the program's own user can read. */
    boolean isVerb(HttpExchange exchange) {
        String header = first(exchange, "Authorization");
        return header.startsWith(BEARER)
                && localKey.filter(key -> key.matches(header.substring(BEARER.length())))
                        .isPresent();
    }

    boolean isProven(HttpExchange exchange) {
        return isVerb(exchange) || session(exchange).isPresent();
    }

    /** Lets a browser in. */
    void welcome(HttpExchange exchange, Person person) {
        Sessions.Session session = sessions.begin(person);
        boolean isSecure =
                exchange.getHttpContext().getServer() instanceof HttpsServer || (!names.isEmpty() && isHttps(exchange));
        exchange.getResponseHeaders()
                .set(
                        "Set-Cookie",
                        COOKIE + "=" + session.cookie().reveal() + "; Path=/; HttpOnly; SameSite=Strict"
                                + (isSecure ? "; Secure" : ""));
    }

    /** Returns why a change is refused, unless it comes from our own page. */
    Optional<String> foreign(HttpExchange exchange) {
        String host = first(exchange, "Host");
        String origin = first(exchange, "Origin");
        String site = first(exchange, "Sec-Fetch-Site");
        boolean isOwn = origin.equals("http://" + host) || origin.equals("https://" + host);
        return isOwn && (site.isEmpty() || site.equals("same-origin"))
                ? Optional.empty()
                : Optional.of("the request does not come from the page of this program");
    }

    boolean hasToken(HttpExchange exchange, Sessions.Session session) {
        return session.token().matches(first(exchange, "X-Mostik-Token"));
    }

    /** Says what the browser may do with anything from here: run our files, talk to us, and nothing else. */
    static void harden(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                        + "require-trusted-types-for 'script'; trusted-types 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    private static boolean isHttps(HttpExchange exchange) {
        return first(exchange, "Origin").startsWith("https://");
    }

    static String first(HttpExchange exchange, String header) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                .orElse("");
    }
}
