package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Spending that does not belong to an order.
 *
 * @param ucid the card
 * @param operationId the operation, as the bank names it
 * @param at when it was authorised, or posted where that is not told
 * @param amount what was spent, in the currency of the account; empty if the bank does not tell
 * @param reason why it does not belong to an order
 * @param order the order that the card served at that time; empty if it served none
 */
public record UnmatchedSpending(
        Ucid ucid,
        String operationId,
        Instant at,
        Optional<BigDecimal> amount,
        UnmatchedReason reason,
        Optional<String> order) {

    /** Rejects null components. */
    public UnmatchedSpending {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(operationId, "operationId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(order, "order");
    }
}
