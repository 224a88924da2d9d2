package io.mostik.examples;

import com.sun.net.httpserver.HttpHandler;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.testing.vcclive.VccHook;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the contact-centre stories happen: at VCC Live if {@code MOSTIK_VCC_TOKEN} is set, else at a simulator, which is
 * told the address of the webhook. The vendor reaches it only if somebody takes it through to this machine.
 *
 * @param vcc the client
 * @param project the project whose people are called
 * @param hooks receives what the vendor tells
 * @param simulator the vendor, where it is one of ours
 */
record CallCentreEnv(VccLive vcc, long project, HookServer hooks, Optional<VccLiveSimulator> simulator)
        implements AutoCloseable {

    /** The secret in the address of a webhook, by which the vendor proves itself. */
    static final Secret HOOK_SECRET = Secret.of("hook-secret");

    static CallCentreEnv open() throws IOException {
        return Variables.has("MOSTIK_VCC_TOKEN") ? atVendor() : atSimulator();
    }

    private static CallCentreEnv atVendor() throws IOException {
        String customer = Variables.get("MOSTIK_VCC_CUSTOMER");
        VccLive vcc = VccLive.builder()
                .customer(customer)
                .token(Secret.fromEnv("MOSTIK_VCC_TOKEN"))
                .baseUri(Variables.get("MOSTIK_VCC_URL", "https://" + customer + ".asp.virtual-call-center.eu/v2"))
                .build();
        long project = Long.parseLong(Variables.get("MOSTIK_VCC_PROJECT"));
        return new CallCentreEnv(vcc, project, HookServer.start(), Optional.empty());
    }

    private static CallCentreEnv atSimulator() throws IOException {
        VccLiveSimulator vendor = VccLiveSimulator.startFrozen();
        VccLive vcc = VccLive.builder()
                .customer(vendor.customer())
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .build();
        return new CallCentreEnv(vcc, 134, HookServer.start(), Optional.of(vendor));
    }

    /** Receives dispositions. */
    void dispositionsTo(HttpHandler handler) {
        URI address = hooks.on("/disposition", handler);
        simulator.ifPresent(
                vendor -> vendor.onDisposition(VccHook.post(address.toString()).secretKey(HOOK_SECRET.reveal())));
    }

    /** Hands dispositions to a handler. */
    void onDisposition(Consumer<CallDisposition> handler) {
        VccWebhooks webhooks =
                VccWebhooks.builder().secret("secret-key", HOOK_SECRET).build();
        dispositionsTo(WebhookHttpHandler.of(webhooks.callDisposition(), handler));
    }

    @Override
    public void close() {
        vcc.close();
        hooks.close();
        simulator.ifPresent(VccLiveSimulator::close);
    }
}
