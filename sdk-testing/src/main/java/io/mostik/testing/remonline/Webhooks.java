package io.mostik.testing.remonline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.SimulatedClock;
import java.math.BigDecimal;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends webhooks to a customer. Delivers on a thread of its own, one after the other, so that a receiver may ask the
 * API while it handles an event. Thread-safe.
 */
final class Webhooks {

    private static final long PATIENCE_SECONDS = 30;
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX");

    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));
    private static final int MICROS = 6;

    private final SimulatedClock clock;
    private final HookSender sender = new HookSender(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Webhooks::daemon);
    private volatile Optional<Target> target = Optional.empty();

    Webhooks(SimulatedClock clock) {
        this.clock = clock;
    }

    void target(URI uri, String secret) {
        target = Optional.of(new Target(uri, secret));
    }

    void orderCreated(OrderRow order, PersonRow client, Instant now) {
        fire("Order.Created", "order", order.id(), metadata(order, client), now);
    }

    void orderDeleted(OrderRow order, PersonRow client, Instant now) {
        fire("Order.Deleted", "order", order.id(), metadata(order, client), now);
    }

    void statusChanged(OrderRow order, PersonRow client, long old, Instant now) {
        ObjectNode metadata = metadata(order, client);
        metadata.putObject("old").put("id", old);
        metadata.putObject("new").put("id", order.statusId);
        fire("Order.Status.Changed", "order", order.id(), metadata, now);
    }

    void fire(String event, String objectType, long objectId, ObjectNode metadata, Instant now) {
        target.ifPresent(to -> {
            ObjectNode body = Shape.object()
                    .put("id", UUID.randomUUID().toString())
                    .put("created_at", MICROSECONDS.format(now.atOffset(ZoneOffset.UTC)))
                    .put(
                            "created_at_ts",
                            BigDecimal.valueOf(now.toEpochMilli(), 3).setScale(MICROS))
                    .put("event_name", event);
            body.putObject("context").put("object_id", objectId).put("object_type", objectType);
            body.set("metadata", metadata);
            body.putObject("employee")
                    .put("id", Dictionaries.OWNER)
                    .put("full_name", "Oleh M.")
                    .put("email", "oleh@example.test");
            OutgoingWebhook hook = OutgoingWebhook.postJson(to.uri, body)
                    .with("X-Signature", sign(to.secret, body.path("id").asText()));
            thread.execute(() -> deliver(hook, 0));
        });
    }

    /** Sends one again, as often as the guide says, while it is not taken. */
    private void deliver(OutgoingWebhook hook, int retries) {
        boolean accepted = sender.deliver(hook).accepted();
        if (!accepted && retries < RETRIES.size()) {
            clock.after(RETRIES.get(retries), () -> again(() -> deliver(hook, retries + 1)));
        }
    }

    private void again(Runnable delivery) {
        if (!thread.isShutdown()) {
            thread.execute(delivery);
        }
    }

    /** Delivers a hook after those that wait. */
    Future<HookDelivery> post(OutgoingWebhook hook) {
        return thread.submit(() -> sender.deliver(hook));
    }

    /** Returns every delivery, once nothing waits any more. */
    List<HookDelivery> deliveries() {
        await(thread.submit(sender::deliveries));
        return sender.deliveries();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while events were delivered", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Events were not delivered", e);
        }
    }

    void close() {
        thread.shutdownNow();
    }

    /** Returns the signature of an event: hex of HMAC-SHA256 over its id, keyed by the webhook's secret. */
    static String sign(String secret, String eventId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(eventId.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode metadata(OrderRow order, PersonRow client) {
        ObjectNode metadata = Shape.object();
        metadata.putObject("order")
                .put("id", order.id())
                .put("name", order.number)
                .put("type", order.ref("order_type_id").orElse(0L));
        metadata.putObject("client").put("id", client.id()).put("fullname", client.name());
        metadata.putObject("status").put("id", order.statusId);
        return metadata;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mostik-remonline-webhooks");
        thread.setDaemon(true);
        return thread;
    }

    private record Target(URI uri, String secret) {}
}
