package io.mostik.bankcards.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of a card, approved by a person.
 *
 * @param id the id of its {@link ChangeRequest}
 * @param reissue whether it replaces the card
 * @param sum what it lets the holder spend, if it sets a one-time limit
 * @param underWay whether the bank may still be at it
 * @param since from when spending belongs to it
 * @param until when an order or another change took its place
 */
record CardChange(
        String id,
        boolean reissue,
        Optional<BigDecimal> sum,
        boolean underWay,
        Instant since,
        Optional<Instant> until) {

    CardChange {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    static CardChange limit(String id, Optional<BigDecimal> sum, Instant since) {
        return new CardChange(id, false, sum, true, since, Optional.empty());
    }

    static CardChange reissue(String id, Instant since) {
        return new CardChange(id, true, Optional.empty(), true, since, Optional.empty());
    }

    CardChange done() {
        return new CardChange(id, reissue, sum, false, since, until);
    }

    CardChange until(Instant end) {
        return until.isPresent() ? this : new CardChange(id, reissue, sum, underWay, since, Optional.of(end));
    }

    boolean covers(Instant time) {
        return sum.isPresent()
                && !time.isBefore(since)
                && until.filter(time::isAfter).isEmpty();
    }
}
