package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Audit record of an access to card details; holds no card details.
 *
 * @param ucid the card
 * @param shop the domain of the shop
 * @param who asked
 * @param at when
 * @param branch of the company for which it was asked
 * @param byLink whether the bank's own page was asked for, so that number and code did not pass through this program
 */
public record ShopCardUse(Ucid ucid, String shop, String who, Instant at, Optional<String> branch, boolean byLink) {

    /** Rejects null components. */
    public ShopCardUse {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(branch, "branch");
        if (who.isBlank()) {
            throw new IllegalArgumentException("who must not be blank");
        }
    }

    /** Returns the record of requisites that passed through this program. */
    public ShopCardUse(Ucid ucid, String shop, String who, Instant at) {
        this(ucid, shop, who, at, Optional.empty(), false);
    }
}
