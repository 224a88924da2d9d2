package io.mostik.pbx.vcclive.links;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.webhook.SignatureVerifier;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Receives what a Mailchimp audience sends: a form with {@code type}, {@code data[email]} and {@code data[merges][…]}.
 * The proof is a secret in the query of the registered address.
 */
public final class AudienceWebhooks {

    private AudienceWebhooks() {}

    /**
     * Returns a receiver.
     *
     * @param parameter the query parameter that holds the secret
     * @param secret the secret
     */
    public static WebhookReceiver<AudienceEvent> receiver(String parameter, Secret secret) {
        return WebhookReceiver.of(
                SignatureVerifier.sharedKey(secret, request -> request.query(parameter)), AudienceWebhooks::read);
    }

    private static AudienceEvent read(WebhookRequest request) {
        if (!request.method().equalsIgnoreCase("POST")) {
            throw new WebhookException(Reason.WRONG_METHOD, "a form is posted");
        }
        Map<String, List<String>> form = request.form();
        List<String> type = form.getOrDefault("type", List.of());
        if (type.size() != 1 || type.get(0).isBlank()) {
            throw new WebhookException(Reason.UNREADABLE, "the form has no type");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith("data[") && name.endsWith("]")) {
                fields.put(name.substring(5, name.length() - 1).replace("][", "."), values.get(0));
            }
        });
        return new AudienceEvent(type.get(0), fields);
    }
}
