package io.mostik.examples;

import io.mostik.bankcards.workflow.Allowances;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.core.StateStore;
import java.io.PrintStream;
import java.math.BigDecimal;

/** T-Bank: a courier carries two orders, one grows, the other goes to a second courier; at the end both cards are empty. */
public final class CourierShift {

    private CourierShift() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: left on the colleague's card "
                            + vendor.card(place.leaver().value()).spendLimit().remain()));
        }
    }

    static void run(BankEnv place, PrintStream out) {
        CardWorkflows cards = CardWorkflows.of(place.bank(), StateStore.inMemory());
        cards.directory().update(place.virtual(), card -> card.employee("E-17"));
        Allowances allowances = cards.allowances();
        allowances.grant(new Grant(place.virtual(), "order 1001", new BigDecimal("1450.50")));
        allowances.grant(new Grant(place.virtual(), "order 1002", new BigDecimal("300")));
        allowances.amend("order 1001", new BigDecimal("1600"));
        out.println("  the first one grows; the courier may spend " + left(place));
        allowances.handOver("order 1002", place.leaver());
        out.println("  a colleague takes the second one; left for the first: " + left(place));
        place.pay(place.virtual(), "1200");
        try {
            allowances.handOver("order 1001", place.leaver());
        } catch (CardRefusedException e) {
            out.println("  the first one cannot go any more, as some of it is paid: " + e.reason());
        }
        allowances
                .open()
                .forEach(open -> out.println("  open: " + open.allowance().order() + " of "
                        + open.courier().orElse("nobody known")));
        out.println("  the shift ends: " + allowances.sweep().size() + " orders closed");
    }

    private static BigDecimal left(BankEnv place) {
        return place.bank().limits().get(place.virtual()).spendLimit().limitRemain();
    }
}
