package io.mostik.examples;

import io.mostik.bankcards.workflow.Approvals;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.ChangeRequest;
import io.mostik.core.StateStore;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.time.Duration;

/** T-Bank: the card of a shop is replaced after an approval; the new one takes its place, with the limits of the old. */
public final class ReissueApproval {

    private static final String SHOP = "shop.example";

    private ReissueApproval() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) throws InterruptedException {
        walk(System.out);
    }

    static void walk(PrintStream out) throws InterruptedException {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: reissued "
                            + vendor.timesReissued(TBankSimulator.VIRTUAL_CARD) + " time(s), the old card is "
                            + vendor.card(TBankSimulator.VIRTUAL_CARD).status()));
        }
    }

    static void run(BankEnv place, PrintStream out) throws InterruptedException {
        CardWorkflows cards = CardWorkflows.of(place.bank(), StateStore.inMemory());
        cards.directory().update(place.virtual(), card -> card.shop(SHOP));
        Approvals approvals = cards.approvals();
        String id = approvals
                .requestReissue(
                        place.virtual(),
                        new Approvals.Demand("manager", "the number was seen elsewhere", Duration.ofDays(2)))
                .id();
        out.println(
                "  the finance director: " + approvals.approve(id, "director").state());
        ChangeRequest change = approvals.execute(id);
        out.println("  the bank needs minutes: " + change.state() + ", and a restart would go on from here");
        while (change.state() == ChangeRequest.State.EXECUTING) {
            place.pause(Duration.ofSeconds(30));
            change = approvals.execute(id);
        }
        out.println("  in the end: " + change.state());
        cards.directory()
                .ofShop(SHOP)
                .forEach(card -> out.println("  " + SHOP + " is paid by card " + card.ucid() + " now, limit "
                        + place.bank().limits().get(card.ucid()).spendLimit().limitValue()));
    }
}
