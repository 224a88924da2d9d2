package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the repair stories happen: at RemOnline if {@code MOSTIK_REMONLINE_KEY} is set, else at a simulator.
 *
 * @param remonline the client
 * @param order an order that is worked on
 * @param ready the status that it gets
 * @param hooks the embedder's web server
 * @param simulator the vendor, where it is one of ours
 */
record RepairShopEnv(
        RemOnline remonline, long order, long ready, HookServer hooks, Optional<RemOnlineSimulator> simulator)
        implements AutoCloseable {

    static RepairShopEnv open() throws IOException {
        return Variables.has("MOSTIK_REMONLINE_KEY") ? atVendor() : atSimulator();
    }

    private static RepairShopEnv atVendor() throws IOException {
        RemOnline remonline = RemOnline.builder()
                .baseUri(Variables.get("MOSTIK_REMONLINE_URL", "https://api.roapp.io/v2"))
                .apiKey(Secret.fromEnv("MOSTIK_REMONLINE_KEY"))
                .build();
        long order = Long.parseLong(Variables.get("MOSTIK_REMONLINE_ORDER"));
        long ready = Long.parseLong(Variables.get("MOSTIK_REMONLINE_STATUS"));
        return new RepairShopEnv(remonline, order, ready, HookServer.start(), Optional.empty());
    }

    private static RepairShopEnv atSimulator() throws IOException {
        RemOnlineSimulator vendor = RemOnlineSimulator.start(0, SimulatedClock.running());
        RemOnline remonline = RemOnline.builder()
                .baseUri(vendor.v2Uri().toString())
                .apiKey(Secret.of(vendor.apiKey()))
                .build();
        vendor.seedOrders(2);
        long order = vendor.seedOrder(seed -> seed.total("1450.00"));
        return new RepairShopEnv(remonline, order, 5100203, HookServer.start(), Optional.of(vendor));
    }

    /** Returns the secret of the webhook, as shown in its settings. */
    Secret hookSecret() {
        return Secret.of(Variables.get("MOSTIK_REMONLINE_HOOK_SECRET", "demo-webhook-secret"));
    }

    /** Receives events; where RemOnline is to send them is said in its settings, and to the simulator here. */
    void hears(WebhookReceiver<RemOnlineEvent> receiver, Consumer<RemOnlineEvent> handler) {
        URI address = hooks.on("/remonline", WebhookHttpHandler.of(receiver, handler));
        simulator.ifPresent(vendor -> vendor.webhook(address, hookSecret().reveal()));
    }

    /** Waits for the events that are under way. */
    void settle() {
        simulator.ifPresent(RemOnlineSimulator::deliveries);
    }

    @Override
    public void close() {
        remonline.close();
        hooks.close();
        simulator.ifPresent(RemOnlineSimulator::close);
    }
}
