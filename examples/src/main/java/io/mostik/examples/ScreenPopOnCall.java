package io.mostik.examples;

import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.ScreenPop;
import io.mostik.pbx.vipex.Vipex;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** VIPeX: while the phone rings, the caller's card pops up; somebody unknown gets an empty one. */
public final class ScreenPopOnCall {

    private static final Map<PhoneNumber, String> CUSTOMERS = Map.of(PhoneNumber.of("06 30 111 2233"), "Kovács Nóra");

    private ScreenPopOnCall() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (PbxEnv place = PbxEnv.open()) {
            run(place, out);
            place.simulator().ifPresent(pbx -> {
                pbx.incomingCall("36301112233", "3615550100", "102");
                pbx.incomingCall("anonymous", "3615550100", "102");
                out.println("  the PBX recorded: told of " + pbx.calls().size() + " calls, answered "
                        + pbx.deliveries().stream()
                                .map(told -> told.last().status().orElse(0))
                                .toList());
            });
        }
    }

    static void run(PbxEnv place, PrintStream out) {
        ScreenPop<String> cards = ScreenPop.of(
                caller -> Optional.ofNullable(CUSTOMERS.get(caller)),
                unknown -> "somebody new",
                place.runtime().async());
        WebhookEndpoint incoming = Vipex.webhooks()
                .secret(PbxEnv.HOOK_KEY)
                .build()
                .incomingCalls()
                .endpoint(call -> out.println("  " + call.caller().masked() + " calls: card of " + cards.card(call)));
        place.incomingCallsTo(WebhookHttpHandler.of(incoming));
    }
}
