package io.mostik.core.webhook;

import java.util.Objects;

/**
 * What to answer to a webhook.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param body short text; says nothing that helps to guess a key
 */
public record WebhookReply(int status, String contentType, String body) {

    /** Refuses missing parts. */
    public WebhookReply {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
    }

    /** Returns "received". */
    public static WebhookReply ok() {
        return text(200, "OK");
    }

    /** Returns a plain text. */
    public static WebhookReply text(int status, String body) {
        return new WebhookReply(status, "text/plain; charset=utf-8", body);
    }
}
