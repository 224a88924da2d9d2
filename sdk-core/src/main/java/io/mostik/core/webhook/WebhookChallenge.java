package io.mostik.core.webhook;

import java.util.Optional;
import java.util.function.Function;

/**
 * Answers of {@link WebhookReceiver#challenge} to senders that look first whether an address is there. They come before any
 * proof, so they do nothing and tell nothing.
 */
public final class WebhookChallenge {

    private static final int LONGEST_ECHO = 1_000;

    private WebhookChallenge() {}

    /** Returns the answer 200 to every {@code GET}; for receivers that take no events by {@code GET}. */
    public static Function<WebhookRequest, Optional<WebhookReply>> get() {
        return head -> head.method().equals("GET") ? Optional.of(WebhookReply.ok()) : Optional.empty();
    }

    /** Returns the answer that repeats a query parameter, such as {@code zd_echo}, of up to 1,000 characters. */
    public static Function<WebhookRequest, Optional<WebhookReply>> echo(String parameter) {
        return head -> head.query(parameter)
                .filter(text -> text.length() <= LONGEST_ECHO)
                .map(text -> WebhookReply.text(200, text).header("X-Content-Type-Options", "nosniff"));
    }
}
