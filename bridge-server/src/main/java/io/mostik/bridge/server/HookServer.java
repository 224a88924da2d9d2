package io.mostik.bridge.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.bridge.server.http.ClientEndpoint;
import io.mostik.bridge.server.http.LimitedServer;
import io.mostik.core.TimeSource;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Serves the addresses to which vendors post, and nothing else: this is the server that may face the internet. */
final class HookServer implements HttpHandler {

    private static final String PATH = "/hooks/";

    private final Map<String, HttpHandler> handlers = new LinkedHashMap<>();

    private HookServer(Map<String, WebhookEndpoint> hooks, ListenerSettings where) {
        hooks.forEach((address, endpoint) ->
                handlers.put(address, WebhookHttpHandler.of(new ClientEndpoint(endpoint, where))));
    }

    /** Starts it. Nothing proves a request here before its handler has looked at it. */
    static LimitedServer start(Map<String, WebhookEndpoint> hooks, ListenerSettings where, TimeSource time) {
        return LimitedServer.start("hooks", where, time, exchange -> false, new HookServer(hooks, where));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        HttpHandler handler = path.startsWith(PATH) ? handlers.get(path.substring(PATH.length())) : null;
        if (handler != null) {
            handler.handle(exchange);
            return;
        }
        try (exchange) {
            exchange.sendResponseHeaders(404, -1);
        }
    }
}
