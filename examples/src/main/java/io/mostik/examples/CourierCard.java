package io.mostik.examples;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.Secret;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.PrintStream;
import java.math.BigDecimal;

/** T-Bank: a courier's card gets exactly the order's sum; the card of somebody who left is blocked. */
public final class CourierCard {

    private CourierCard() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    /** Runs the story: at the bank if {@code MOSTIK_TBANK_TOKEN} is set, else at a simulator. */
    static void walk(PrintStream out) {
        if (!Variables.has("MOSTIK_TBANK_TOKEN")) {
            atSimulator(out);
            return;
        }
        Environment where = Environment.of(
                Variables.get("MOSTIK_TBANK_URL", Environment.SANDBOX.ordinary()),
                Variables.get("MOSTIK_TBANK_SECURED_URL", Environment.SANDBOX.secured()));
        try (TBank bank = TBank.builder()
                .environment(where)
                .token(Secret.fromEnv("MOSTIK_TBANK_TOKEN"))
                .build()) {
            Ucid courier = Ucid.of(Long.parseLong(Variables.get("MOSTIK_TBANK_COURIER_UCID")));
            Ucid leaver = Ucid.of(Long.parseLong(Variables.get("MOSTIK_TBANK_LEAVER_UCID")));
            run(bank, courier, leaver, out);
        }
    }

    static void run(TBank bank, Ucid courier, Ucid leaver, PrintStream out) {
        bank.cards()
                .list(CardQuery.all())
                .forEach(card -> out.println("  card " + card.ucid() + " is "
                        + card.status().map(CardStatus::value).orElse("?")));

        bank.limits().setSpend(courier, NewLimit.once(new BigDecimal("1450.50")));
        out.println("  the courier may spend "
                + bank.limits().get(courier).spendLimit().limitRemain() + " on this order, once");

        bank.limits().setSpend(leaver, NewLimit.zero());
        bank.cards().block(leaver, BlockReason.CLIENT_INITIATED, "left the company");
        out.println("  the leaver's card is "
                + bank.cards().get(leaver).status().map(CardStatus::value).orElse("?"));
    }

    static void atSimulator(PrintStream out) {
        try (TBankSimulator vendor = TBankSimulator.start();
                TBank bank = TBank.builder()
                        .environment(Environment.of(
                                vendor.ordinaryUri().toString(),
                                vendor.securedUri().toString()))
                        .token(Secret.of(vendor.token()))
                        .build()) {
            Ucid courier = Ucid.of(TBankSimulator.VIRTUAL_CARD);
            run(bank, courier, Ucid.of(TBankSimulator.PLASTIC_CARD), out);
            out.println("  the bank recorded: granted " + vendor.grantedTotal(TBankSimulator.VIRTUAL_CARD)
                    + " in all; blocked the leaver's card " + vendor.timesBlocked(TBankSimulator.PLASTIC_CARD)
                    + " time(s); a purchase for 2000 is now "
                    + vendor.spend(TBankSimulator.VIRTUAL_CARD, new BigDecimal("2000")));
        }
    }
}
