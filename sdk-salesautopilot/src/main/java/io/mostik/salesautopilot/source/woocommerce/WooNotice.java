package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.salesautopilot.internal.Digests;
import java.util.Objects;
import java.util.Optional;

/**
 * What the shop says has happened. A reason to read, and no more: the body may be older than the order, and comes again.
 *
 * @param topic such as {@code order.updated}; empty if the shop told none
 * @param order the order, if it is about one
 * @param key what tells it from others: topic, the shop's id of the delivery and a digest of the body. The id alone is the same for all
 *     deliveries of a webhook within a second
 */
public record WooNotice(String topic, Optional<Long> order, String key) {

    static final String TOPIC = "X-WC-Webhook-Topic";
    static final String DELIVERY = "X-WC-Webhook-Delivery-ID";

    private static final JsonCodec JSON = JsonCodec.snakeCase();

    /** Checks that no part is missing. */
    public WooNotice {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(key, "key");
    }

    static WooNotice of(WebhookRequest request) {
        String topic = request.header(TOPIC).orElse("");
        Json body = JSON.read(JsonType.of(Json.class), request.body());
        Optional<Long> order = Optional.of(body.get("id").wholeNumber())
                .filter(id -> topic.startsWith("order."))
                .flatMap(id -> id);
        String delivery = request.header(DELIVERY).orElse("");
        return new WooNotice(topic, order, Digests.of(topic + "/" + delivery + "/" + Digests.of(request.text())));
    }

    /** Returns what may be handled side by side with others: the order, else nothing else. */
    public String subject() {
        return order.map(id -> "order/" + id).orElse(key);
    }
}
