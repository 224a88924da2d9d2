package io.mostik.remonline.webhooks;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.SignatureVerifier;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Receives what RemOnline sends. The signature is an HMAC-SHA256 of the event id, with the webhook's secret as key.
 *
 * @see <a href="https://roappua.readme.io/reference">the vendor's guide</a>
 */
public final class RemOnlineWebhooks {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final JsonCodec JSON = JsonCodec.snakeCase();

    private RemOnlineWebhooks() {}

    /**
     * Returns a receiver.
     *
     * @param secret as shown in the settings of the webhook
     */
    public static WebhookReceiver<RemOnlineEvent> receiver(Secret secret) {
        SignatureVerifier byBody = verifier(secret, RemOnlineWebhooks::idInBody);
        SignatureVerifier byHeader = verifier(secret, request -> request.header("X-Webhook-Id"));
        return WebhookReceiver.of(
                        SignatureVerifier.anyOf(byBody, byHeader),
                        request -> JSON.read(JsonType.of(RemOnlineEvent.class), request.body()))
                .largestBody(LARGEST_BODY);
    }

    /**
     * Returns a receiver that hands each event to its handler once, however often it is sent: nothing in an event says
     * when it was signed, so a copy of it would be proven for ever.
     *
     * @param secret as shown in the settings of the webhook
     * @param store where the ids of events are kept, for 30 days
     */
    public static WebhookReceiver<RemOnlineEvent> receiver(Secret secret, StateStore store) {
        return receiver(secret).once(event -> "remonline.webhook." + event.id(), store, REMEMBERED);
    }

    private static SignatureVerifier verifier(
            Secret secret, java.util.function.Function<WebhookRequest, Optional<String>> id) {
        return SignatureVerifier.hmacSha256(secret, request -> request.header("X-Signature"), id);
    }

    /** The id has to be found in the body before the body is proven; it is used for nothing else. */
    private static Optional<String> idInBody(WebhookRequest request) {
        try {
            return JSON.read(JsonType.of(Json.class), request.body()).get("id").text();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
