package io.mostik.examples;

import io.mostik.testing.HookSender;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;

/** The people and other systems in the stories of the contact centre, where the vendors are simulators. */
final class CentreStage {

    private static final String KATA = "kata.molnar@example.hu";
    private static final String AUDIENCE_FORM = "type=subscribe&data%5Bemail%5D=pal%40example.hu"
            + "&data%5Bmerges%5D%5BFNAME%5D=P%C3%A1l&data%5Bmerges%5D%5BPHONE%5D=%2B36301112244";

    private CentreStage() {}

    /** Two people sign up, one of them without a number. */
    static void signUp(MarketingEnv marketing) {
        long list = marketing.newsletter().list().value();
        marketing.simulator().ifPresent(vendor -> {
            vendor.addRecord(list, Map.of("email", KATA, "mssys_lastname", "Molnár", "mssys_mobile", "06 30 111 2233"));
            vendor.addRecord(list, Map.of("email", "pal.kis@example.hu", "mssys_lastname", "Kis"));
        });
    }

    /** An agent calls the next person on the list, and sells. */
    static void sell(CallCentreEnv centre, MarketingEnv marketing, PrintStream out) {
        centre.simulator().ifPresent(vendor -> {
            vendor.records(centre.project()).forEach(record -> vendor.call(centre.project(), record, 17, 12, ""));
            out.println("  VCC Live recorded: " + vendor.deliveries().size() + " call, told of by webhook");
        });
        long list = marketing.newsletter().list().value();
        marketing
                .simulator()
                .ifPresent(vendor -> out.println("  SalesAutopilot recorded: Kata's status is "
                        + vendor.records(list, "email", KATA).get(0).get("mssys_crm_status")));
    }

    /** Somebody joins an audience, and Mailchimp tells it twice. */
    static void joinAudience(URI address) {
        OutgoingWebhook hook = OutgoingWebhook.post(
                URI.create(address + "?key=s-1"), "application/x-www-form-urlencoded", AUDIENCE_FORM);
        HookSender mailchimp = new HookSender(1);
        mailchimp.deliver(hook);
        mailchimp.deliver(hook);
    }

    /** There are twelve recordings; the vendor is out of order for one, and the answer about another is lost. */
    static void record(VccLiveSimulator vendor) {
        IntStream.rangeClosed(1, 12)
                .forEach(i -> vendor.addVoiceFile(
                        "call-" + i, "2026", "03", "call " + i, ("audio " + i).getBytes(StandardCharsets.UTF_8)));
        vendor.faults().actThenDrop().on("PUT", "/v2/voicefiles/2026/03/call-7").times(3);
        vendor.faults().answer(503).on("GET", "/v2/voicefiles/2026/03/call-9").times(3);
    }
}
