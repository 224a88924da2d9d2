package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.time.Instant;
import java.util.Objects;

/**
 * That somebody asked for the requisites of a card; never the requisites.
 *
 * @param ucid the card
 * @param shop the domain of the shop
 * @param who asked
 * @param at when
 */
public record ShopCardUse(Ucid ucid, String shop, String who, Instant at) {

    /** Refuses missing parts. */
    public ShopCardUse {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(at, "at");
        if (who.isBlank()) {
            throw new IllegalArgumentException("who must not be blank");
        }
    }
}
