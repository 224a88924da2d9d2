package io.mostik.testing.woocommerce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mostik.testing.OutgoingWebhook;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook of the shop. */
record WooHook(long id, URI target, String secret) {

    OutgoingWebhook ping() {
        return OutgoingWebhook.post(target, "application/x-www-form-urlencoded", "webhook_id=" + id);
    }

    /** The id of a delivery is made of the webhook and the second. */
    OutgoingWebhook message(String topic, Object body, Instant now) {
        String second = id + "/" + now.getEpochSecond();
        OutgoingWebhook plain = OutgoingWebhook.postJson(target, body);
        return plain.with("X-WC-Webhook-Topic", topic)
                .with("X-WC-Webhook-Resource", topic.substring(0, topic.indexOf('.')))
                .with("X-WC-Webhook-Event", topic.substring(topic.indexOf('.') + 1))
                .with("X-WC-Webhook-Signature", signature(plain.body()))
                .with("X-WC-Webhook-ID", Long.toString(id))
                .with(
                        "X-WC-Webhook-Delivery-ID",
                        UUID.nameUUIDFromBytes(second.getBytes(UTF_8)).toString());
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.replace("&amp;", "&").getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns nothing of the secret. */
    @Override
    public String toString() {
        return "WooHook" + Map.of("id", id);
    }
}
