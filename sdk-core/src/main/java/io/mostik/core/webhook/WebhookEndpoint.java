package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers the requests of one address; made by {@link WebhookReceiver}, served by {@link WebhookHttpHandler},
 * {@link WebhookServlet} or a few lines for another web server. Never throws for what came. Thread-safe.
 */
@FunctionalInterface
public interface WebhookEndpoint {

    /** Returns what to answer to a request that is in memory. */
    WebhookReply handle(WebhookRequest request);

    /**
     * Returns what to answer to a request whose body has not been read yet.
     *
     * @throws IOException if the body cannot be read to its end
     */
    default WebhookReply handle(StreamingWebhookRequest request) throws IOException {
        Optional<WebhookReply> early = handleHead(request.head());
        if (early.isPresent()) {
            return early.get();
        }
        try {
            return handle(request.whole(largestBody()));
        } catch (WebhookException e) {
            return WebhookReply.text(e.reason().status(), e.reason().name());
        }
    }

    /** Returns what to answer without reading the body; empty if the body matters. */
    default Optional<WebhookReply> handleHead(WebhookRequest head) {
        return Optional.empty();
    }

    /** Returns whether the head of a request proves it, so that its body is worth more time and room. */
    default boolean isProvenByHead(WebhookRequest head) {
        return false;
    }

    /** Returns the largest body that is taken into memory, in bytes; 1 MB unless said otherwise. */
    default int largestBody() {
        return 1024 * 1024;
    }

    /** Called when a body did not arrive completely. */
    default void bodyFailed(WebhookRequest head, IOException failure) {}
}
