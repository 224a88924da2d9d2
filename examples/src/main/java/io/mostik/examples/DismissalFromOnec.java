package io.mostik.examples;

import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.examples.onec.BridgeConfig;
import io.mostik.examples.onec.Intent;
import io.mostik.examples.onec.OnecBridge;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** T-Bank and 1C: the personnel department dismisses somebody in 1C; the bridge finds the document and blocks his card. */
public final class DismissalFromOnec {

    private static final String EMPLOYEE = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";

    private DismissalFromOnec() {}

    /** Runs the story, by the environment; the 1C base is a simulator. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BankEnv place = BankEnv.open();
                OnecBaseSimulator onec = OnecBaseSimulator.start()) {
            onec.dismiss(EMPLOYEE, LocalDate.now(ZoneId.of("Europe/Moscow")));
            BridgeConfig config = BridgeConfig.of(Map.of(
                    "key", "only for this story",
                    "port", "0",
                    "odata.url", onec.uri().toString(),
                    "odata.user", onec.user(),
                    "odata.password", onec.password()));
            run(place, config, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: blocked for 1C "
                            + vendor.timesBlocked(TBankSimulator.PLASTIC_CARD) + " time(s)"));
        }
    }

    static void run(BankEnv place, BridgeConfig config, PrintStream out) {
        StateStore store = StateStore.inMemory();
        CardWorkflows.of(place.bank(), store).directory().update(place.leaver(), card -> card.employee(EMPLOYEE));
        try (OnecBridge bridge = OnecBridge.start(config, place.bank(), store, TimeSource.system())) {
            for (Intent intent : bridge.look()) {
                out.println("  a new document in 1C: " + intent.state() + ", " + intent.message());
            }
            out.println("  looked again: " + bridge.look().size() + " new document(s)");
        }
    }
}
