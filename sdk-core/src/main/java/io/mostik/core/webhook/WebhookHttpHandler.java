package io.mostik.core.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.mostik.core.once.Inbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Serves an endpoint on the JDK's own HTTP server. A body is read only if the head does not settle the answer, no further
 * than the receiver accepts, and within 10 seconds (2 minutes where the head proves the request); at most 100 bodies are
 * read at a time before anything proves them, and 503 is answered to more. Thread-safe.
 *
 * <p>The server needs an executor with more than one thread, and its limits: see {@link HttpServerLimits}. It needs the
 * module {@code jdk.httpserver}.
 */
public final class WebhookHttpHandler implements HttpHandler {

    private static final Duration FOR_THE_REST = Duration.ofSeconds(1);
    private static final int NO_BODY = -1;
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_OF_THE_REST = 4 * 1024 * 1024;

    private final WebhookEndpoint endpoint;
    private final BodyLimits limits;

    private WebhookHttpHandler(WebhookEndpoint endpoint, BodyLimits limits) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.limits = limits;
    }

    /** Returns the handler that stores each event in an inbox, and answers when it is stored. */
    public static <E> WebhookHttpHandler of(WebhookReceiver<E> receiver, Inbox<E> inbox) {
        return of(receiver.endpoint(inbox));
    }

    /** Returns the handler that hands each event to a consumer, and answers when that is done. */
    public static <E> WebhookHttpHandler of(WebhookReceiver<E> receiver, Consumer<? super E> consumer) {
        return of(receiver.endpoint(consumer));
    }

    /** Returns the handler of an endpoint: that of a receiver, or one of your own. */
    public static WebhookHttpHandler of(WebhookEndpoint endpoint) {
        return new WebhookHttpHandler(endpoint, BodyLimits.standard());
    }

    /**
     * Returns this handler with other limits.
     *
     * @param unproven how long a body may take that the head does not prove
     * @param proven how long a body may take that the head proves
     * @param unprovenAtOnce how many bodies of the first kind are read at a time
     */
    public WebhookHttpHandler limits(Duration unproven, Duration proven, int unprovenAtOnce) {
        return new WebhookHttpHandler(endpoint, new BodyLimits(unproven, proven, unprovenAtOnce));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            send(
                    exchange,
                    limits.answer(
                            endpoint, head(exchange), exchange::getRequestBody, limit -> Watch.over(limit)::close));
        } finally {
            close(exchange);
        }
    }

    private static WebhookRequest head(HttpExchange exchange) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return new WebhookRequest(exchange.getRequestMethod(), query, exchange.getRequestHeaders(), new byte[0])
                .path(below(exchange.getHttpContext().getPath(), exchange.getRequestURI()))
                .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static String below(String context, URI address) {
        String place = context.endsWith("/") ? context.substring(0, context.length() - 1) : context;
        String path = Optional.ofNullable(address.getPath()).orElse("");
        return path.startsWith(place) ? path.substring(place.length()) : path;
    }

    private static void send(HttpExchange exchange, WebhookReply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        if (!reply.body().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        Watch watch = Watch.over(FOR_THE_REST.plus(BodyLimits.UNPROVEN));
        try {
            exchange.sendResponseHeaders(reply.status(), isEmpty ? NO_BODY : body.length);
            if (!isEmpty) {
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            }
        } finally {
            watch.close();
        }
    }

    /** Who is still sending would not see the answer: what comes is thrown away, but not for long, and not much of it. */
    private static void close(HttpExchange exchange) {
        Watch watch = Watch.over(FOR_THE_REST);
        try (exchange) {
            byte[] buffer = new byte[BUFFER];
            InputStream rest = exchange.getRequestBody();
            for (int left = MOST_OF_THE_REST; left > 0; left -= BUFFER) {
                if (rest.readNBytes(buffer, 0, BUFFER) < BUFFER) {
                    break;
                }
            }
        } catch (IOException e) {
            // ended by the watch, or by the sender
        } finally {
            watch.close();
        }
    }
}
