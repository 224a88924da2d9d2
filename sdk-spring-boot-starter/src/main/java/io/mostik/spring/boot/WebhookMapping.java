package io.mostik.spring.boot;

import io.mostik.core.webhook.WebhookEndpoint;
import java.util.Objects;

/**
 * An address and what answers it; a bean, for endpoints that are more than a receiver and a handler, such as the gates of a
 * contact centre.
 *
 * <pre>{@code
 * @Bean
 * WebhookMapping logins(VccWebhooks webhooks) {
 *     return new WebhookMapping("/hooks/login", webhooks.projectLogin(rules).endpoint(login -> LoginDecision.allow()));
 * }
 * }</pre>
 *
 * @param path below the context path
 * @param endpoint answers
 */
public record WebhookMapping(String path, WebhookEndpoint endpoint) {

    /** Requires both parts. */
    public WebhookMapping {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(endpoint, "endpoint");
    }
}
