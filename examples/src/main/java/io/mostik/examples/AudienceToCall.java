package io.mostik.examples;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import io.mostik.pbx.vcclive.links.DispositionLink;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.FieldRule;
import io.mostik.pbx.vcclive.links.LinkResult;
import io.mostik.pbx.vcclive.links.RecordLink;
import io.mostik.pbx.vcclive.links.StatusMap;
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
        try (CentrePlace place = CentrePlace.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> vendor.records(place.project())
                            .forEach(record -> out.println("  VCC Live recorded: record " + record + ", dispositions "
                                    + vendor.dispositions(place.project(), record))));
        }
    }

    static void run(CentrePlace place, PrintStream out) {
        StateStore store = StateStore.inMemory();
        RecordLink people = new RecordLink(place.vcc().records(), place.project(), PERSON, store);
        var audience =
                AudienceWebhooks.builder().secret("key", Secret.of("s-1")).build();
        URI address = place.hooks().on("/audience", WebhookHttpHandler.of(audience, event -> {
            LinkResult result = people.add(event.email().orElseThrow(), event.fields());
            out.println("  " + event.type() + ": " + result.state() + ", without " + result.unmapped());
        }));
        CentreStage.joinAudience(address);
        DispositionLink partners = DispositionLink.into(place.vcc().records(), place.project())
                .bookedTo(17)
                .statuses(new StatusMap(Map.of(12L, "customer")))
                .store(store);
        long record = people.find("pal@example.hu").orElseThrow();
        out.println("  the partner is a customer now: "
                + partners.enter("change-1", record, "customer").state());
    }
}
