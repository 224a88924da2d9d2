package io.mostik.bankcards.workflow;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment at a shop, for which somebody asks for the card.
 *
 * @param shop its domain; an address is cut down to it
 * @param branch of the company that pays, where it has a card of its own for the shop; compared without case and blanks
 * @param who the person who asks, for the audit
 */
public record ShopPayment(String shop, Optional<String> branch, String who) {

    private static final int LONGEST = 100;

    /** Refuses what is no shop, and a blank branch or person. */
    public ShopPayment {
        shop = ShopDomain.normalise(shop);
        branch = Objects.requireNonNull(branch, "branch").map(ShopPayment::plain);
        who = PersonName.check("who", who);
    }

    /** Returns a payment of a company with one card for the shop. */
    public static ShopPayment of(String shop, String who) {
        return new ShopPayment(shop, Optional.empty(), who);
    }

    /** Returns this payment by a branch of the company. */
    public ShopPayment by(String name) {
        return new ShopPayment(shop, Optional.of(name), who);
    }

    static String plain(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new IllegalArgumentException("branch must have 1 to " + LONGEST + " characters");
        }
        return plain;
    }
}
