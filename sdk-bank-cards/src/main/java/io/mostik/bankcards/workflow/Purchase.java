package io.mostik.bankcards.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A purchase, a withdrawal or a refund by card, as far as it was told.
 *
 * @param ids the ids under which it was told; the first is its own
 * @param kind what it is
 * @param amount in the currency of the account; empty if it was not told
 * @param at when it was authorised, or posted where that was not told
 * @param authorised whether {@code at} is the time of its hold
 * @param posted whether it is posted
 * @param parts what of it belongs to which order
 * @param courier who held the card when it was told first
 */
record Purchase(
        List<String> ids,
        Kind kind,
        Optional<BigDecimal> amount,
        Instant at,
        boolean authorised,
        boolean posted,
        Optional<String> rrn,
        Optional<String> authCode,
        MatchConfidence confidence,
        List<Part> parts,
        Optional<String> courier) {

    Purchase {
        ids = List.copyOf(ids);
        parts = List.copyOf(parts);
    }

    enum Kind {
        PURCHASE,
        CASH,
        REFUND,
        /** A hold that was given up: nothing was spent. */
        CANCELLED
    }

    /** What belongs to one order or approved limit; negative for a refund. */
    record Part(Optional<String> order, String cover, BigDecimal amount) {}

    String id() {
        return ids.get(0);
    }

    boolean isRefund() {
        return kind == Kind.REFUND;
    }

    /** Returns how sure it is that what is told is this purchase; empty if it is another one. */
    Optional<MatchConfidence> match(Purchase told) {
        if (ids.contains(told.id())) {
            return Optional.of(MatchConfidence.CERTAIN);
        }
        if (isRefund() != told.isRefund() || differ(rrn, told.rrn)) {
            return Optional.empty();
        }
        boolean isSameTime = authorised && told.authorised && second().equals(told.second());
        boolean isSameNumber = rrn.isPresent() && told.rrn.isPresent();
        boolean isSameCode = isSameTime && authCode.isPresent() && authCode.equals(told.authCode);
        if (isSameNumber || isSameCode) {
            return Optional.of(MatchConfidence.HIGH);
        }
        boolean isHoldAndPosting = posted != told.posted;
        if (!isHoldAndPosting || differ(authCode, told.authCode) || !isSameAmount(told)) {
            return Optional.empty();
        }
        if (isSameTime) {
            return Optional.of(MatchConfidence.MEDIUM);
        }
        boolean isPostingOfThis = told.posted && authorised && !told.authorised;
        return isPostingOfThis ? Optional.of(MatchConfidence.LOW) : Optional.empty();
    }

    /** Returns this with what was told again: what is missing there stays, and a posting is not a hold again. */
    Purchase with(Purchase told, MatchConfidence how) {
        List<String> all =
                Stream.concat(ids.stream(), told.ids.stream()).distinct().toList();
        boolean isStale = posted && !told.posted;
        Kind next = isStale ? kind : told.kind;
        return new Purchase(
                all,
                next,
                isStale ? amount.or(() -> told.amount) : told.amount.or(() -> amount),
                authorised || !told.authorised ? at : told.at,
                authorised || told.authorised,
                posted || told.posted,
                rrn.or(() -> told.rrn),
                authCode.or(() -> told.authCode),
                how.compareTo(confidence) > 0 ? how : confidence,
                parts,
                courier);
    }

    Purchase withParts(List<Part> next) {
        return new Purchase(ids, kind, amount, at, authorised, posted, rrn, authCode, confidence, next, courier);
    }

    Purchase heldBy(Optional<String> holder) {
        return new Purchase(ids, kind, amount, at, authorised, posted, rrn, authCode, confidence, parts, holder);
    }

    /** Returns what it takes from the money of orders: nothing for a cancelled hold, less than nothing for a refund. */
    BigDecimal taken() {
        BigDecimal sum = amount.orElse(BigDecimal.ZERO);
        return switch (kind) {
            case PURCHASE, CASH -> sum;
            case REFUND -> sum.negate();
            case CANCELLED -> BigDecimal.ZERO;
        };
    }

    private Instant second() {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean isSameAmount(Purchase told) {
        return amount.isPresent()
                && told.amount.filter(sum -> sum.compareTo(amount.get()) == 0).isPresent();
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
