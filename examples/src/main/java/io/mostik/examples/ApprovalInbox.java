package io.mostik.examples;

import io.mostik.bankcards.workflow.ApprovalPolicy;
import io.mostik.bankcards.workflow.Approvals;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.core.StateStore;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;

/** T-Bank: a large increase waits in the inboxes of those who may decide; two approve, a scheduler brings it about. */
public final class ApprovalInbox {

    private ApprovalInbox() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: a limit raised to "
                            + vendor.card(TBankSimulator.VIRTUAL_CARD)
                                    .spendLimit()
                                    .value()));
        }
    }

    static void run(BankEnv place, PrintStream out) {
        ApprovalPolicy policy = ApprovalPolicy.builder()
                .approver("head of sales", new BigDecimal("50000"))
                .approver("director")
                .approver("owner")
                .twoAbove(new BigDecimal("300000"))
                .build();
        Approvals approvals = CardWorkflows.of(place.bank(), StateStore.inMemory())
                .approvals()
                .with(policy)
                .onChange(change -> out.println("  a mail says: " + change.state()));
        Approvals.Demand demand = new Approvals.Demand("manager", "trade fair", Duration.ofDays(2));
        String id = approvals
                .requestIncrease(place.virtual(), new BigDecimal("400000"), demand)
                .id();
        try {
            approvals.approve(id, "head of sales");
        } catch (CardRefusedException e) {
            out.println("  the head of sales: " + e.reason());
        }
        approvals.approve(id, "director");
        out.println("  left for the owner: " + approvals.pending("owner").size());
        approvals.approve(id, "owner");
        out.println("  the scheduler ends " + approvals.runDue() + " change");
    }
}
