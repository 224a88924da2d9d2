package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.core.Secret;
import io.mostik.core.webhook.HmacSignature;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.util.Optional;

/**
 * Receives the webhooks of a WooCommerce shop, signed by HMAC-SHA256 over the body. The unsigned ping, which the shop sends when a
 * webhook is saved, is answered 200 and not stored. Use an inbox: the shop does not repeat what failed, and switches a webhook off
 * after more than five failures in a row.
 *
 * <pre>{@code
 * WebhookReceiver<WooNotice> receiver = WooWebhooks.builder().secret(secret).build();
 * Inbox<WooNotice> inbox = receiver.inbox(once)
 *         .ordered(WooNotice::subject)
 *         .open(source::accept)
 *         .start(executor);
 * server.createContext("/shop", WebhookHttpHandler.of(receiver, inbox));
 * }</pre>
 */
public final class WooWebhooks {

    static final String SIGNATURE = "X-WC-Webhook-Signature";

    private WooWebhooks() {}

    /** Returns a builder; the secret is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a request signed as the shop would sign it, for tests of your own. */
    public static WebhookRequest sign(Secret secret, WebhookRequest request) {
        return signature(secret).sign(request);
    }

    private static HmacSignature signature(Secret secret) {
        return HmacSignature.of(Secret.of(decoded(secret.reveal())))
                .header(SIGNATURE)
                .base64();
    }

    /** Before it signs, the shop takes HTML entities out of the stored secret. Which ones beside that of the ampersand is inferred. */
    private static String decoded(String stored) {
        return stored.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#039;", "'")
                .replace("&amp;", "&");
    }

    private static Optional<WebhookReply> ping(WebhookRequest head) {
        boolean isForm = head.contentType().strip().regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
        boolean isPing = head.method().equals("POST")
                && isForm
                && head.headers(SIGNATURE).isEmpty();
        return isPing ? Optional.of(WebhookReply.ok()) : Optional.empty();
    }

    /** Collects how notices are proven. */
    public static final class Builder {

        private String name = "woocommerce";
        private Optional<Secret> secret = Optional.empty();

        private Builder() {}

        /** Sets the secret of the webhook, as the shop has stored it. Required. */
        public Builder secret(Secret value) {
            if (value.reveal().isBlank()) {
                throw new IllegalArgumentException("secret must not be blank");
            }
            secret = Optional.of(value);
            return this;
        }

        /** Sets the name under which notices are remembered, one for each shop; {@code woocommerce} by default. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Returns the receiver.
         *
         * @throws IllegalArgumentException if the secret is missing
         */
        public WebhookReceiver<WooNotice> build() {
            Secret key = secret.orElseThrow(() -> new IllegalArgumentException("secret is missing"));
            return WebhookReceiver.of(name, WebhookAuthentication.hmac(signature(key)), WooNotice::of)
                    .identity(WooNotice::key)
                    .challenge(WooWebhooks::ping)
                    .keepingHeaders(WooNotice.TOPIC, WooNotice.DELIVERY);
        }
    }
}
