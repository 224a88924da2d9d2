package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.records.NewRecord;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.testing.vcclive.VccHook;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.io.IOException;
import java.io.PrintStream;

/** VCC Live: a new lead becomes a record to call; the agent's disposition comes back by webhook. */
public final class ContactCentre {

    private static final long PROJECT = 134;

    private ContactCentre() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    /** Runs the story: at VCC Live if {@code MOSTIK_VCC_TOKEN} is set, else at a simulator. */
    static void walk(PrintStream out) throws IOException {
        if (!Variables.has("MOSTIK_VCC_TOKEN")) {
            atSimulator(out);
            return;
        }
        String customer = Variables.get("MOSTIK_VCC_CUSTOMER");
        try (VccLive client = VccLive.builder()
                .customer(customer)
                .token(Secret.fromEnv("MOSTIK_VCC_TOKEN"))
                .baseUri(Variables.get("MOSTIK_VCC_URL", "https://" + customer + ".asp.virtual-call-center.eu/v2"))
                .build()) {
            run(client, Long.parseLong(Variables.get("MOSTIK_VCC_PROJECT")), out);
        }
    }

    static void run(VccLive client, long project, PrintStream out) {
        client.projects()
                .list()
                .forEach(one -> out.println(
                        "  project " + one.projectId() + " " + one.name().orElse("")));
        NewRecord lead = NewRecord.builder()
                .field("name", "Kovács Nóra")
                .field("phone1", "36301112233")
                .build();
        out.println("  the lead became record "
                + client.records().add(project, lead).orElse(0));
    }

    static void atSimulator(PrintStream out) throws IOException {
        Secret key = Secret.of("hook-key");
        try (VccLiveSimulator vendor = VccLiveSimulator.start();
                HookServer hooks = HookServer.start();
                VccLive client = VccLive.builder()
                        .customer(vendor.customer())
                        .token(Secret.of(vendor.token()))
                        .baseUri(vendor.uri().toString())
                        .build()) {
            VccWebhooks webhooks =
                    VccWebhooks.builder().sharedSecret("secret-key", key).build();
            vendor.onDisposition(VccHook.post(hooks.on(
                                    "/disposition",
                                    WebhookHttpHandler.of(webhooks.callDisposition(), call -> tell(call, out)))
                            .toString())
                    .secretKey(key.reveal()));
            run(client, PROJECT, out);
            long record = vendor.records(PROJECT).get(vendor.records(PROJECT).size() - 1);
            vendor.call(PROJECT, record, 17, 12, "wants the annual plan");
            out.println("  VCC Live recorded: record " + record + " for "
                    + vendor.value(PROJECT, record, "name").orElse("?") + ", dispositions "
                    + vendor.dispositions(PROJECT, record));
        }
    }

    private static void tell(CallDisposition call, PrintStream out) {
        out.println("  the agent says: " + call.agentDescription().orElse("nothing"));
    }
}
