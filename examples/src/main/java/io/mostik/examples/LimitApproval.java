package io.mostik.examples;

import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Approvals;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.ChangeRequest;
import io.mostik.core.StateStore;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;

/** T-Bank: a manager asks for a higher limit; it changes only after the finance director has approved. */
public final class LimitApproval {

    private LimitApproval() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: a spend limit of "
                            + vendor.card(TBankSimulator.VIRTUAL_CARD)
                                    .spendLimit()
                                    .value()));
        }
    }

    static void run(BankEnv place, PrintStream out) {
        Approvals approvals =
                CardWorkflows.of(place.bank(), StateStore.inMemory()).approvals();
        ChangeRequest asked = approvals.requestLimit(
                place.virtual(),
                NewLimit.monthly(new BigDecimal("30000")),
                new Approvals.Demand("manager", "campaign in April", Duration.ofDays(2)));
        out.println("  the manager asks: " + asked.state());
        try {
            approvals.approve(asked.id(), "manager");
        } catch (CardRefusedException e) {
            out.println("  the manager approves himself: refused, " + e.getMessage());
        }
        out.println("  the finance director: "
                + approvals.approve(asked.id(), "director").state());
        out.println("  at the bank: " + approvals.execute(asked.id()).state());
        approvals
                .find(asked.id())
                .orElseThrow()
                .trail()
                .forEach(step -> out.println("    " + step.who() + ": " + step.what()));
    }
}
