package io.mostik.core.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts a receiver behind the JDK's own HTTP server. Reads no more of a body than the receiver accepts. Other web
 * frameworks do the same in a few lines: make a {@link WebhookRequest}, send the {@link WebhookReply}.
 */
public final class WebhookHttpHandler implements HttpHandler {

    private final int largestBody;
    private final Function<WebhookRequest, WebhookReply> receiver;

    private WebhookHttpHandler(int largestBody, Function<WebhookRequest, WebhookReply> receiver) {
        this.largestBody = largestBody;
        this.receiver = Objects.requireNonNull(receiver, "receiver");
    }

    /** Returns a handler that hands each event to a consumer; it is answered once the consumer is done. */
    public static <E> WebhookHttpHandler of(WebhookReceiver<E> receiver, Consumer<? super E> consumer) {
        Objects.requireNonNull(consumer, "consumer");
        return new WebhookHttpHandler(receiver.largestBody(), request -> receiver.handle(request, consumer));
    }

    /**
     * Returns a handler of requests whose answer matters.
     *
     * @param largestBody in bytes; more is answered with 413
     * @param receiver says what to answer
     */
    public static WebhookHttpHandler of(int largestBody, Function<WebhookRequest, WebhookReply> receiver) {
        return new WebhookHttpHandler(largestBody, receiver);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(largestBody + 1);
            WebhookReply reply = body.length > largestBody
                    ? WebhookReply.text(413, "TOO_LARGE")
                    : receiver.apply(new WebhookRequest(
                                    exchange.getRequestMethod(),
                                    Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                                            .orElse(""),
                                    exchange.getRequestHeaders(),
                                    body)
                            .remoteAddress(
                                    exchange.getRemoteAddress().getAddress().getHostAddress()));
            byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        }
    }
}
