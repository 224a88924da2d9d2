package io.mostik.core.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What to answer to a webhook. Immutable.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param body short text; says nothing that helps to guess a key
 * @param headers further headers
 */
public record WebhookReply(int status, String contentType, String body, Map<String, String> headers) {

    /** Checks that no part is missing. */
    public WebhookReply {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** Creates a reply without further headers. */
    public WebhookReply(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    /** Returns 200 and {@code OK}: received. */
    public static WebhookReply ok() {
        return text(200, "OK");
    }

    /** Returns a plain text. */
    public static WebhookReply text(int status, String body) {
        return new WebhookReply(status, "text/plain; charset=utf-8", body);
    }

    /** Returns 200 and a JSON text, for senders that look for a word such as {@code {"status":"success"}}. */
    public static WebhookReply json(String body) {
        return new WebhookReply(200, "application/json; charset=utf-8", body);
    }

    /** Returns 200 and an XML text. */
    public static WebhookReply xml(String body) {
        return new WebhookReply(200, "text/xml; charset=utf-8", body);
    }

    /** Returns this reply with one more header. */
    public WebhookReply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebhookReply(status, contentType, body, more);
    }
}
