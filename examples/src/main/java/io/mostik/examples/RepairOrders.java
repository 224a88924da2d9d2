package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.io.PrintStream;

/** RemOnline: read the orders, move one to "ready", and hear of it by a signed webhook. */
public final class RepairOrders {

    private RepairOrders() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    /** Runs the story: at RemOnline if {@code MOSTIK_REMONLINE_KEY} is set, else at a simulator. */
    static void walk(PrintStream out) throws IOException {
        if (!Variables.has("MOSTIK_REMONLINE_KEY")) {
            atSimulator(out);
            return;
        }
        try (RemOnline client = RemOnline.builder()
                .baseUri(Variables.get("MOSTIK_REMONLINE_URL", "https://api.roapp.io/v2"))
                .apiKey(Secret.fromEnv("MOSTIK_REMONLINE_KEY"))
                .build()) {
            long order = Long.parseLong(Variables.get("MOSTIK_REMONLINE_ORDER"));
            long status = Long.parseLong(Variables.get("MOSTIK_REMONLINE_STATUS"));
            run(client, order, status, out);
        }
    }

    static void run(RemOnline client, long order, long ready, PrintStream out) {
        client.orders().list(OrderQuery.all()).stream()
                .limit(3)
                .forEach(found -> out.println("  order " + found.number().orElse("?") + ", total "
                        + found.total().map(Object::toString).orElse("open")));
        client.orders().setStatus(order, ready, "ready for pick-up");
        out.println("  the order now stands at "
                + client.orders()
                        .get(order)
                        .status()
                        .flatMap(status -> status.name())
                        .orElse("?"));
    }

    static void atSimulator(PrintStream out) throws IOException {
        Secret hookSecret = Secret.of("demo-webhook-secret");
        try (RemOnlineSimulator vendor = RemOnlineSimulator.start(0, SimulatedClock.running());
                HookServer hooks = HookServer.start();
                RemOnline client = RemOnline.builder()
                        .baseUri(vendor.v2Uri().toString())
                        .apiKey(Secret.of(vendor.apiKey()))
                        .build()) {
            vendor.webhook(
                    hooks.on(
                            "/remonline",
                            WebhookHttpHandler.of(RemOnlineWebhooks.receiver(hookSecret), event -> tell(event, out))),
                    hookSecret.reveal());
            long order = vendor.seedOrder(seed -> seed.total("1450.00"));
            run(client, order, 5100203, out);
            out.println("  RemOnline recorded: " + vendor.statusChanges(order).size() + " change of status, "
                    + vendor.deliveries().size() + " event(s) delivered");
        }
    }

    private static void tell(RemOnlineEvent event, PrintStream out) {
        out.println(
                "  proven event: " + event.eventName().map(name -> name.value()).orElse("?"));
    }
}
