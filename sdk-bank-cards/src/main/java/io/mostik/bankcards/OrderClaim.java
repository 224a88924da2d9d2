package io.mostik.bankcards;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * To which card an order was granted: to one, once, whatever became of it.
 *
 * @param ucid the card
 * @param sum what the order costs
 */
record OrderClaim(Ucid ucid, BigDecimal sum) {

    OrderClaim {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(sum, "sum");
    }
}
