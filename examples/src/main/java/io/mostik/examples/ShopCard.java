package io.mostik.examples;

import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.ShopCards;
import io.mostik.core.StateStore;
import java.io.PrintStream;

/** T-Bank: the payment form of a shop gets the number of the shop's own card, for a moment, and it is noted who asked. */
public final class ShopCard {

    private static final String SHOP = "https://www.shop.example/checkout";

    private ShopCard() {}

    /** Runs the story, by the environment. */
    public static void main(String[] args) {
        walk(System.out);
    }

    static void walk(PrintStream out) {
        try (BankEnv place = BankEnv.open()) {
            run(place, out);
            place.simulator()
                    .ifPresent(vendor -> out.println("  the bank recorded: asked for requisites "
                            + vendor.journal().count("GET", "/api/v1/card/virtual/{ucid}/requisites") + " time(s)"));
        }
    }

    static void run(BankEnv place, PrintStream out) {
        ShopCards shops = CardWorkflows.of(place.bank(), StateStore.inMemory()).shopCards();
        shops.assign(place.virtual(), SHOP);
        shops.use(SHOP, "buyer Anna", card -> {
            out.println("  the log shows " + card.number() + ", good until " + card.expiry());
            card.number().reveal(digits -> out.println("  the form gets all " + digits.length + " digits"));
        });
        shops.uses(SHOP).forEach(use -> out.println("  " + use.who() + " asked for the card of " + use.shop()));
    }
}
