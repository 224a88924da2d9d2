package io.mostik.remonline.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.HmacSignature;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * Receives what RemOnline sends. The signature is an HMAC-SHA256 of the event's id in the body, with the webhook's
 * secret as key; the rest of the body is not signed, so read the object again before acting on money or a status. Where
 * the header {@code X-Webhook-Id} is sent too, it must hold the same id.
 *
 * <pre>{@code
 * WebhookReceiver<RemOnlineEvent> receiver = RemOnlineWebhooks.builder().secret(secret).build();
 * Inbox<RemOnlineEvent> inbox = receiver.inbox(once).open(event -> crm.note(event)).start(executor);
 * server.createContext("/remonline", WebhookHttpHandler.of(receiver, inbox));
 * }</pre>
 *
 * <p>RemOnline sends an event again after 5, 10 and 15 seconds and then never more, and it switches a webhook off that
 * answers nothing with 200 for an hour; an account has five webhooks at most. So store events in an inbox, let one
 * receiver serve several handlers, and watch for silence with a {@link io.mostik.core.webhook.WebhookMonitor}. A copy
 * of an event stays valid: it is recognised as a repeat while its id is stored, 30 days by default, and counts as new
 * afterwards. Thread-safe, like the {@link WebhookReceiver} it builds and the {@link io.mostik.core.once.Inbox} behind it.
 *
 * @see <a href="https://roappua.readme.io/reference">the vendor's guide</a>
 */
public final class RemOnlineWebhooks {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final JsonCodec JSON = JsonCodec.snakeCase();

    private RemOnlineWebhooks() {}

    /** Returns a builder; the secret is required. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a request signed as RemOnline signs, for tests of your own receiver.
     *
     * @param secret the webhook's secret
     * @param request a request whose body is an event with an id
     */
    public static WebhookRequest sign(Secret secret, WebhookRequest request) {
        return signature(secret).sign(request);
    }

    private static HmacSignature signature(Secret secret) {
        return HmacSignature.of(secret).header("X-Signature").overId(RemOnlineWebhooks::id);
    }

    /** The one thing that is looked at before the proof: it is what the signature is of. */
    private static Optional<String> id(WebhookRequest request) {
        Optional<String> id = request.jsonText("id");
        boolean isOther = !request.headers("X-Webhook-Id").stream()
                .allMatch(other -> id.filter(other::equals).isPresent());
        return isOther ? Optional.empty() : id;
    }

    /** Collects how the webhooks are proven. */
    public static final class Builder {

        private String name = "remonline";
        private Optional<Secret> secret = Optional.empty();

        private Builder() {}

        /** Sets the secret, as shown in the settings of the webhook. Required. */
        public Builder secret(Secret value) {
            secret = Optional.of(Objects.requireNonNull(value, "secret"));
            return this;
        }

        /** Sets the name under which ids are remembered; another one for each account. {@code remonline} by default. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Returns the receiver.
         *
         * @throws IllegalArgumentException if the secret is missing
         */
        public WebhookReceiver<RemOnlineEvent> build() {
            Secret key = secret.orElseThrow(() -> new IllegalArgumentException("secret is missing"));
            return WebhookReceiver.of(
                            name,
                            WebhookAuthentication.hmac(signature(key)),
                            request -> JSON.read(JsonType.of(RemOnlineEvent.class), request.body()))
                    .identity(RemOnlineEvent::id)
                    .largestBody(LARGEST_BODY);
        }
    }
}
