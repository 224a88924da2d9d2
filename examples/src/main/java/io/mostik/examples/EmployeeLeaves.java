package io.mostik.examples;

import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.DismissalReport;
import io.mostik.core.StateStore;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;

/** T-Bank: somebody leaves; his cards are stopped, then blocked, and the report names each. */
public final class EmployeeLeaves {

    private EmployeeLeaves() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: blocked "
                            + vendor.timesBlocked(TBankSimulator.PLASTIC_CARD) + " time(s)"));
        }
    }

    static void run(BankEnv place, PrintStream out) {
        CardWorkflows cards = CardWorkflows.of(place.bank(), StateStore.inMemory());
        cards.directory().update(place.leaver(), card -> card.employee("E-17"));
        for (int time = 1; time <= 2; time++) {
            DismissalReport report =
                    cards.dismissals().progress(ProgressDisplay.on(out)).dismiss("E-17", "left the company");
            report.cards()
                    .forEach(line -> out.println(
                            "  card " + line.ucid() + ": stopped " + line.stopped() + ", blocked " + line.blocked()));
            out.println("  nothing open, run " + time + ": " + report.isComplete());
        }
    }
}
