package io.mostik.examples;

import io.mostik.core.SdkException;
import io.mostik.pbx.StartedCall;
import java.io.IOException;
import java.io.PrintStream;

/** VIPeX: a click in the CRM rings the extension, then the customer; never twice, even if the answer is lost. */
public final class ClickToCall {

    private ClickToCall() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws IOException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws IOException {
        try (PbxEnv place = PbxEnv.open()) {
            run(place, out);
            place.simulator().ifPresent(pbx -> {
                pbx.faults().actThenDrop();
                run(place, out);
                out.println("  the PBX recorded: dialled "
                        + pbx.dials(place.phones().extension(), "36301112233") + " time(s) for 2 clicks");
            });
        }
    }

    static void run(PbxEnv place, PrintStream out) {
        try {
            StartedCall call = place.pbx()
                    .calls()
                    .start(place.phones().extension(), place.phones().number());
            out.println("  extension " + call.extension() + " rings, then "
                    + call.number().masked());
        } catch (SdkException e) {
            out.println(
                    "  no answer came, and the call is " + e.outcome() + ": look at the phone before clicking again");
        }
    }
}
