package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A request whose body has not been read yet. Prints as its {@link #head}. Belongs to one thread. */
public final class StreamingWebhookRequest {

    private static final byte[] NO_BODY = {};

    private final WebhookRequest head;
    private final InputStream body;

    private StreamingWebhookRequest(WebhookRequest head, InputStream body) {
        this.head = head;
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Returns a request.
     *
     * @param head the request without its body
     * @param body the bytes to come; closed by whoever opened it
     */
    public static StreamingWebhookRequest of(WebhookRequest head, InputStream body) {
        return new StreamingWebhookRequest(head.withBody(NO_BODY), body);
    }

    /** Returns a request that is in memory already. */
    public static StreamingWebhookRequest of(WebhookRequest request) {
        return of(request, new ByteArrayInputStream(request.body()));
    }

    /** Returns the request without its body. */
    public WebhookRequest head() {
        return head;
    }

    /** Returns the bytes to come. */
    public InputStream body() {
        return body;
    }

    /**
     * Reads the body and returns the whole request.
     *
     * @param atMost largest body in bytes
     * @throws WebhookException if the body is larger
     * @throws IOException if it cannot be read to its end
     */
    public WebhookRequest whole(int atMost) throws IOException {
        byte[] bytes = body.readNBytes(atMost);
        if (bytes.length == atMost && body.read() >= 0) {
            throw new WebhookException(WebhookException.Reason.TOO_LARGE, "more than " + atMost + " bytes");
        }
        return head.withBody(bytes);
    }

    @Override
    public String toString() {
        return head.toString();
    }
}
