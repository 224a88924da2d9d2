package io.mostik.spring.boot;

import io.mostik.core.webhook.WebhookReceiver;
import java.util.Objects;
import java.util.Optional;

/**
 * A receiver of webhooks and the path under which it is served; a bean. What is received goes to the method with
 * {@link WebhookHandler} that takes such events.
 *
 * <pre>{@code
 * @Bean
 * WebhookRoute<AudienceEvent> newsletter(@Value("${newsletter.secret}") String secret) {
 *     return WebhookRoute.of("/hooks/newsletter", AudienceWebhooks.builder().secret("key", Secret.of(secret)).build());
 * }
 * }</pre>
 *
 * @param path below the context path; if empty, the handler's annotation names it
 * @param receiver proves and reads
 * @param <E> the event
 */
public record WebhookRoute<E>(Optional<String> path, WebhookReceiver<E> receiver) {

    /** Requires both parts. */
    public WebhookRoute {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(receiver, "receiver");
    }

    /** Returns a route with a path. */
    public static <E> WebhookRoute<E> of(String path, WebhookReceiver<E> receiver) {
        return new WebhookRoute<>(Optional.of(path), receiver);
    }
}
