package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.FieldRule;
import io.mostik.pbx.vcclive.links.StatusMap;
import io.mostik.pbx.vcclive.workflow.AudienceSync;
import io.mostik.pbx.vcclive.workflow.DispositionSync;
import io.mostik.pbx.vcclive.workflow.RecordSync;
import io.mostik.pbx.vcclive.workflow.VccWorkflows;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;

/** VCC Live: somebody joins a Mailchimp audience and is called, once; as a partner's status changes, an entry is made. */
public final class AudienceToCall {

    private static final FieldMapping PERSON = FieldMapping.of(
            FieldRule.text("merges.FNAME", "name"),
            FieldRule.phone("merges.PHONE", "phone1").asRequired());

    private AudienceToCall() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (CallCentreEnv place = CallCentreEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> vendor.records(place.project())
                            .forEach(record -> out.println("  VCC Live recorded: record " + record + ", dispositions "
                                    + vendor.dispositions(place.project(), record))));
        }
    }

    static void run(CallCentreEnv place, PrintStream out) {
        VccWorkflows workflows = VccWorkflows.of(place.vcc(), StateStore.inMemory());
        RecordSync people = workflows.records(place.project(), PERSON);
        DispositionSync partners = workflows.dispositions(
                place.project(), 17, new StatusMap(Map.of(12L, "customer", 11L, "unsubscribed")));
        AudienceSync calls = workflows.audience(people, partners, "unsubscribed");
        var audience =
                AudienceWebhooks.builder().secret("key", Secret.of("s-1")).build();
        URI address = place.hooks().on("/audience", WebhookHttpHandler.of(audience, event -> {
            var result = calls.take(event);
            out.println("  " + event.type() + ": " + result + ", without "
                    + event.subscriber().map(one -> PERSON.apply(one.fields()).unmapped()));
        }));
        CentreStage.joinAudience(address);
        long record = people.find("pal@example.hu").orElseThrow();
        out.println("  the partner is a customer now: " + partners.enter("change-1", record, "customer"));
    }
}
