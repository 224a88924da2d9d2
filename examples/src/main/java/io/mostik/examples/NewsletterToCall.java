package io.mostik.examples;

import io.mostik.core.StateStore;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.FieldRule;
import io.mostik.pbx.vcclive.links.LinkFields;
import io.mostik.pbx.vcclive.links.StatusMap;
import io.mostik.pbx.vcclive.workflow.RecordSync;
import io.mostik.pbx.vcclive.workflow.VccWorkflows;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
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
        try (CallCentreEnv centre = CallCentreEnv.open();
                MarketingEnv marketing = MarketingEnv.open()) {
            CentreStage.signUp(marketing);
            run(centre, marketing, out);
            CentreStage.sell(centre, marketing, out);
        }
    }

    static void run(CallCentreEnv centre, MarketingEnv marketing, PrintStream out) {
        var subscribers = marketing.sales().subscribers(marketing.newsletter().list());
        RecordSync calls = VccWorkflows.of(centre.vcc(), StateStore.inMemory()).records(centre.project(), SUBSCRIBER);
        centre.onDisposition(event -> STATUSES.statusOf(event)
                .ifPresent(status -> subscribers.updateBy(
                        marketing.newsletter().update(),
                        SystemField.EMAIL,
                        LinkFields.of(event).getOrDefault("data.email", ""),
                        RecordFields.builder()
                                .set(SystemField.CRM_STATUS, status)
                                .build())));
        marketing
                .workflows()
                .newRecords(marketing.newsletter().list(), "to call")
                .poll(subscriber -> out.println("  a subscriber to call: "
                        + (subscriber.person().mobile().isEmpty()
                                ? "no, without a number"
                                : calls.add(subscriber.email().orElseThrow(), LinkFields.of(subscriber.raw())))));
    }
}
