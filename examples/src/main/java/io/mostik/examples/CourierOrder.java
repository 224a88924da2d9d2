package io.mostik.examples;

import io.mostik.bankcards.CourierAllowance;
import io.mostik.bankcards.CourierAllowance.Grant;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
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
        try (BankPlace place = BankPlace.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: granted "
                            + vendor.grantedTotal(TBankSimulator.VIRTUAL_CARD) + " in all; a purchase for 1 is now "
                            + vendor.spend(TBankSimulator.VIRTUAL_CARD, BigDecimal.ONE)));
        }
    }

    static void run(BankPlace place, PrintStream out) {
        CourierAllowance allowance = new CourierAllowance(place.bank(), StateStore.inMemory(), TimeSource.system());
        Grant grant = new Grant(place.virtual(), "order 1001", new BigDecimal("1450.50"));
        out.println("  the order begins: " + allowance.grant(grant).state());
        out.println("  the shop asks again: " + allowance.grant(grant).state() + ", and nothing more is granted");
        out.println("  the courier may spend "
                + place.bank().limits().get(place.virtual()).spendLimit().limitRemain());
        allowance.close(place.virtual(), "order 1001");
        out.println("  the order is closed; he may spend "
                + place.bank().limits().get(place.virtual()).spendLimit().limitRemain());
    }
}
