package io.mostik.examples;

import io.mostik.core.StateStore;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.FieldRule;
import io.mostik.pbx.vcclive.links.LinkFields;
import io.mostik.pbx.vcclive.links.LinkResult;
import io.mostik.pbx.vcclive.links.RecordLink;
import io.mostik.pbx.vcclive.links.StatusMap;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.FeedSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/** SalesAutopilot and VCC Live: a new subscriber is called; what the agent found out becomes the subscriber's status. */
public final class NewsletterToCall {

    private static final FieldMapping SUBSCRIBER = FieldMapping.of(
            FieldRule.text("mssys_lastname", "name"),
            FieldRule.text("email", "email").asRequired(),
            FieldRule.phone("mssys_mobile", "phone1").asRequired());
    private static final StatusMap STATUSES = new StatusMap(Map.of(12L, "customer", 11L, "not reached"));

    private NewsletterToCall() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (CentrePlace centre = CentrePlace.open();
                MarketingPlace marketing = MarketingPlace.open()) {
            CentreStage.signUp(marketing);
            run(centre, marketing, out);
            CentreStage.sell(centre, marketing, out);
        }
    }

    static void run(CentrePlace centre, MarketingPlace marketing, PrintStream out) {
        var subscribers = marketing.sales().subscribers(marketing.newsletter().list());
        RecordLink calls = new RecordLink(centre.vcc().records(), centre.project(), SUBSCRIBER, StateStore.inMemory());

        centre.onDisposition(event -> STATUSES.statusOf(event)
                .ifPresent(status -> subscribers.updateBy(
                        marketing.newsletter().update(),
                        SystemField.EMAIL,
                        LinkFields.of(event).getOrDefault("data.email", ""),
                        RecordFields.builder()
                                .set(SystemField.CRM_STATUS, status)
                                .build())));
        subscribers.feed("to call", FeedSettings.builder().build()).poll(subscriber -> {
            LinkResult result = calls.add(subscriber.email().orElseThrow(), LinkFields.of(subscriber.raw()));
            out.println("  a subscriber to call: " + result.state());
        });
    }
}
