package io.mostik.examples;

import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.pbx.CallDirection;
import io.mostik.pbx.CallOutcome;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.vipex.hooks.CallHooks;
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
        try (RepairPlace place = RepairPlace.open()) {
            place.simulator().ifPresent(vendor -> vendor.faults().actThenDrop().on("POST", "/lead/"));
            int told = MissedCalls.play(place.hooks(), run(place, out));
            place.simulator()
                    .ifPresent(vendor -> out.println("  RemOnline recorded: "
                            + vendor.leads().size() + " lead(s) of a call told " + told + " time(s)"));
        }
    }

    /** Whatever throws in the handler is answered with 500, and the PBX tells of the call again. */
    static WebhookEndpoint run(RepairPlace place, PrintStream out) {
        LeadsApi leads = place.remonline().leads();
        CallHooks hooks = CallHooks.builder()
                .authentication(CallHooks.apiKey(MissedCalls.KEY))
                .build();
        return hooks.onCallData(update -> out.println("  a call is over: " + ensureLead(leads, update.call())));
    }

    private static String ensureLead(LeadsApi leads, CallRecord call) {
        PhoneNumber caller = call.caller().orElse(PhoneNumber.of(""));
        boolean missed = call.direction() == CallDirection.INBOUND && call.outcome() == CallOutcome.MISSED;
        if (!missed || caller.isWithheld()) {
            return "nothing to do";
        }
        NewLead lead = NewLead.builder()
                .leadtypeId(leads.types().get(0).id())
                .contactName("Missed call")
                .contactPhone(caller.e164().orElse(caller.original()))
                .build();
        Instant since = call.startedAt().orElseGet(Instant::now);
        return leads.reconcileCreate(lead, since).isEmpty()
                ? caller + " is lead " + leads.create(lead).id()
                : caller + " has a lead already";
    }
}
