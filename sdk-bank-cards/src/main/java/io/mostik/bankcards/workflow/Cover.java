package io.mostik.bankcards.workflow;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The order or the approved one-time limit that a card's spending belongs to.
 *
 * @param order the order; empty for an approved limit
 * @param id the id under which it was sent to the bank
 * @param sum how much may be spent in all
 */
record Cover(Optional<String> order, String id, BigDecimal sum) {

    static Cover of(Allowance order) {
        return new Cover(Optional.of(order.order()), order.order(), order.sum());
    }

    static Cover of(CardChange change) {
        return new Cover(Optional.empty(), change.id(), change.sum().orElseThrow());
    }

    /** Returns the key under which what was spent is added up. */
    String key() {
        return (order.isPresent() ? "order/" : "change/") + id;
    }
}
