package io.mostik.pbx.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.mostik.core.webhook.WebhookReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Lets a hook answer at the JDK's {@code HttpServer}; needs the module {@code jdk.httpserver}. Thread-safe. */
public final class HttpServerHook implements HttpHandler {

    private final Hook hook;

    private HttpServerHook(Hook hook) {
        this.hook = hook;
    }

    /** Returns the handler for a context of the server. */
    public static HttpServerHook of(Hook hook) {
        return new HttpServerHook(Objects.requireNonNull(hook, "hook"));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            RawRequest request = new RawRequest(
                    exchange.getRequestMethod(), query, exchange.getRequestHeaders(), exchange.getRequestBody());
            WebhookReply reply = hook.handle(request.remoteAddress(
                    exchange.getRemoteAddress().getAddress().getHostAddress()));
            if (reply.status() == Replies.UNAUTHORIZED) {
                hook.challenge()
                        .ifPresent(challenge -> exchange.getResponseHeaders().set("WWW-Authenticate", challenge));
            }
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), silent ? -1 : body.length);
            if (!silent) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
