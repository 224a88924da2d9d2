package io.mostik.examples.onec;

import io.mostik.core.Secret;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.net.URI;
import java.util.UUID;

/** Prints requests to try with the bridge on a simulated bank. */
final class Trial {

    private Trial() {}

    /**
     * A key that was made for this trial opens a simulated bank only, so it may be shown; one of the settings never is.
     */
    static void explain(URI bridge, BridgeConfig settings, Secret made, PrintStream out) {
        String key = settings.key().isPresent() ? "KEY" : made.reveal();
        out.println("The bank is a simulator and forgets everything when the program ends. Try:");
        out.println("  curl -H 'Authorization: Bearer " + key + "' -d '{\"document\":\"" + UUID.randomUUID()
                + "\",\"card\":\"" + TBankSimulator.VIRTUAL_CARD
                + "\",\"order\":\"1001\",\"sum\":\"1 450,50\"}' " + bridge + "/limits");
        out.println("  curl -H 'Authorization: Bearer " + key + "' '" + bridge + "/events?after=0'");
    }
}
