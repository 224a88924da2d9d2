package io.mostik.pbx.vcclive.links;

import io.mostik.core.Secret;
import io.mostik.core.WebhookException;
import io.mostik.core.WebhookException.Reason;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookChallenge;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Receives what a Mailchimp audience sends: a form with {@code type}, {@code data[email]} and {@code data[merges][…]}.
 * The proof is a secret in the query of the registered address.
 */
public final class AudienceWebhooks {

    private AudienceWebhooks() {}

    /** Returns a builder; the secret is required. */
    public static Builder builder() {
        return new Builder();
    }

    private static AudienceEvent read(WebhookRequest request) {
        Map<String, List<String>> form = request.form();
        List<String> type = form.getOrDefault("type", List.of());
        if (type.size() != 1 || type.get(0).isBlank()) {
            throw new WebhookException(Reason.UNREADABLE, "the form has no type");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith("data[") && name.endsWith("]")) {
                put(fields, name.substring(5, name.length() - 1).replace("][", "."), values);
            }
        });
        Optional<String> firedAt = form.getOrDefault("fired_at", List.of()).stream()
                .filter(text -> !text.isBlank())
                .findFirst();
        return new AudienceEvent(type.get(0), firedAt, fields);
    }

    /** Of a name that comes several times, as a group of interests may, each value has its position for a name. */
    private static void put(Map<String, String> fields, String name, List<String> values) {
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        for (int i = 0; i < values.size(); i++) {
            fields.put(values.size() == 1 ? plain : plain + "." + i, values.get(i));
        }
    }

    /**
     * An audience sends no id: what tells two events apart is their time, and all that they say. A person can subscribe
     * again with the same words, so without a time each event is one of its own.
     */
    private static String id(AudienceEvent event) {
        return event.firedAt()
                .map(time -> event.type() + " " + time + " " + new TreeMap<>(event.fields()))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** Collects how the webhooks are proven. */
    public static final class Builder {

        private String name = "audience";
        private Optional<WebhookAuthentication> secret = Optional.empty();

        private Builder() {}

        /** Sets the query parameter that holds the secret, and the secret. Required. */
        public Builder secret(String parameter, Secret value) {
            secret = Optional.of(WebhookAuthentication.parameter(parameter, value));
            return this;
        }

        /** Sets the name under which events are remembered; another one for each audience. {@code audience} by default. */
        public Builder name(String newName) {
            name = newName;
            return this;
        }

        /**
         * Returns the receiver. It answers the {@code GET} by which the sender looks whether the address is there.
         *
         * @throws IllegalArgumentException if the secret is missing
         */
        public WebhookReceiver<AudienceEvent> build() {
            return WebhookReceiver.of(
                            name,
                            secret.orElseThrow(() -> new IllegalArgumentException("secret is missing")),
                            AudienceWebhooks::read)
                    .identity(AudienceWebhooks::id)
                    .challenge(WebhookChallenge.get());
        }
    }
}
