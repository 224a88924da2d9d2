package io.mostik.examples;

import io.mostik.bankcards.workflow.Allowances;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.core.StateStore;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.math.BigDecimal;

/** T-Bank: a courier's card gets exactly the order's sum, once; when the order is closed, nothing is left on it. */
public final class CourierOrder {

    private CourierOrder() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: granted "
                            + vendor.grantedTotal(TBankSimulator.VIRTUAL_CARD) + " in all; a purchase for 1 is now "
                            + vendor.spend(TBankSimulator.VIRTUAL_CARD, BigDecimal.ONE)));
        }
    }

    static void run(BankEnv place, PrintStream out) {
        Allowances allowances =
                CardWorkflows.of(place.bank(), StateStore.inMemory()).allowances();
        Grant grant = new Grant(place.virtual(), "order 1001", new BigDecimal("1450.50"));
        out.println("  the order begins: " + allowances.grant(grant).state());
        out.println("  the shop asks again: " + allowances.grant(grant).state() + ", and nothing more is granted");
        out.println("  the courier may spend "
                + place.bank().limits().get(place.virtual()).spendLimit().limitRemain());
        allowances.close(place.virtual(), "order 1001");
        out.println("  the order is closed; he may spend "
                + place.bank().limits().get(place.virtual()).spendLimit().limitRemain());
    }
}
