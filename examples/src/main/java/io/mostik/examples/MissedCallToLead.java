package io.mostik.examples;

import io.mostik.core.StateStore;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.pbx.workflow.PbxWorkflows;
import io.mostik.remonline.inquiries.LeadsApi;
import io.mostik.remonline.inquiries.NewLead;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;

/** VIPeX and RemOnline: a call that nobody took becomes a lead, once, though an answer gets lost and the PBX repeats itself. */
public final class MissedCallToLead {

    private MissedCallToLead() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (RepairShopEnv place = RepairShopEnv.open()) {
            place.simulator().ifPresent(vendor -> vendor.faults().actThenDrop().on("POST", "/lead/"));
            out.println("  the PBX told of the call " + MissedCalls.play(place.hooks(), run(place, out)) + " times");
            place.simulator()
                    .ifPresent(vendor -> out.println(
                            "  leads at RemOnline: " + vendor.leads().size()));
        }
    }

    static WebhookEndpoint run(RepairShopEnv place, PrintStream out) {
        var calls = PbxWorkflows.of(StateStore.inMemory()).calls("office");
        return Vipex.webhooks()
                .secret(MissedCalls.KEY)
                .build()
                .callData()
                .endpoint(calls.handler(news -> out.println(
                        "  a call is over: " + ensureLead(place.remonline().leads(), news.call()))));
    }

    private static String ensureLead(LeadsApi leads, CallRecord call) {
        var caller = call.caller().filter(number -> !number.isWithheld());
        if (caller.isEmpty() || call.direction() != CallDirection.INBOUND || call.outcome() != CallOutcome.MISSED) {
            return "nothing to do";
        }
        NewLead lead = NewLead.builder()
                .leadtypeId(leads.types().get(0).id())
                .contactName("Missed call")
                .contactPhone(caller.get().e164().orElse(caller.get().original()))
                .build();
        boolean isNew = leads.reconcileCreate(lead, call.startedAt().orElseGet(Instant::now))
                .isEmpty();
        return isNew ? "lead " + leads.create(lead).id() : "there is a lead already";
    }
}
