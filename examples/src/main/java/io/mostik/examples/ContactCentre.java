package io.mostik.examples;

import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.vcclive.VccCalls;
import io.mostik.pbx.vcclive.records.NewRecord;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;

/** VCC Live: a new lead becomes a record to call; the call comes back in the words of every PBX. */
public final class ContactCentre {

    private static final VccCalls CALLS = VccCalls.inZone(ZoneId.of("Europe/Budapest"));

    private ContactCentre() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (CallCentreEnv place = CallCentreEnv.open()) {
            long record = run(place, out);
            place.simulator().ifPresent(vendor -> {
                vendor.call(place.project(), record, 17, 12, "wants the annual plan");
                out.println("  VCC Live recorded: record " + record + " for "
                        + vendor.value(place.project(), record, "name").orElse("?") + ", dispositions "
                        + vendor.dispositions(place.project(), record));
            });
        }
    }

    static long run(CallCentreEnv place, PrintStream out) {
        VccWebhooks webhooks = VccWebhooks.builder()
                .secret("secret-key", CallCentreEnv.HOOK_SECRET)
                .build();
        place.dispositionsTo(WebhookHttpHandler.of(webhooks.callDisposition(), event -> {
            CallRecord call = CALLS.of(event);
            out.println("  a call " + call.direction() + " was " + call.outcome() + "; the agent says: "
                    + event.agentDescription().orElse("nothing"));
        }));
        NewRecord lead = NewRecord.builder()
                .field("name", "Kovács Nóra")
                .field("phone1", "36301112233")
                .build();
        long record = place.vcc().records().add(place.project(), lead).orElse(0);
        out.println("  the lead became record " + record);
        return record;
    }
}
