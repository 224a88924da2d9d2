package io.mostik.testing.program;

import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookDelivery.Attempt;
import io.mostik.testing.internal.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Webhooks that were sent, as the control API shows them. */
final class Deliveries {

    private Deliveries() {}

    static Map<String, Object> row(HookDelivery delivery) {
        return new JsonObject()
                .with("method", delivery.hook().method())
                .with("url", delivery.hook().uri().toString())
                .with("body", new String(delivery.hook().body(), StandardCharsets.UTF_8))
                .with("accepted", delivery.accepted())
                .with(
                        "attempts",
                        delivery.attempts().stream().map(Deliveries::attempt).toList());
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        JsonObject row = new JsonObject();
        attempt.status().ifPresent(status -> row.put("status", status));
        return attempt.failure().isEmpty() ? row : row.with("failure", attempt.failure());
    }
}
