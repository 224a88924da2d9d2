package io.mostik.benchmarks;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/** Signed events of RemOnline as they come over the wire, each with an id of its own. */
final class HookRequests {

    static final Secret SECRET = Secret.of("bench-secret-0123456789");
    static final String PATH = "/hook";

    private HookRequests() {}

    static Queue<byte[]> make(int count) {
        Queue<byte[]> requests = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            requests.add(one(UUID.randomUUID().toString()));
        }
        return requests;
    }

    private static byte[] one(String id) {
        String body = "{\"id\":\"" + id + "\",\"event_name\":\"Order.Status.Changed\","
                + "\"created_at\":\"2026-02-05T09:00:00.394404Z\",\"context\":{\"object_id\":77,\"object_type\":\"order\"},"
                + "\"metadata\":{\"new\":{\"id\":5100201},\"old\":{\"id\":5100200},\"order\":{\"id\":77,\"name\":\"B-00077\"}}}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature = RemOnlineWebhooks.sign(SECRET, new WebhookRequest("POST", "", Map.of(), bytes))
                .header("X-Signature")
                .orElseThrow();
        return ("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Signature: "
                        + signature + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
