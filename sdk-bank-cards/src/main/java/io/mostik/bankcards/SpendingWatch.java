package io.mostik.bankcards;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationCategory;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds what was spent by card against the orders. Thread-safe, on several nodes too. */
final class SpendingWatch {

    private static final Duration KEEP = Duration.ofDays(60);
    private static final String NO_CARD = "0000";
    private static final Set<OperationCategory> BY_CARD =
            Set.of(OperationCategory.CARD, OperationCategory.CASH_OUT, OperationCategory.CARD_TO_CARD);

    private final AllowanceBook book;
    private final Records<Spending> spent;
    private final TimeSource time;

    SpendingWatch(AllowanceBook book, StateStore store, TimeSource time) {
        this.book = book;
        this.spent = new Records<>(store, "cards/spent/", Spending.class);
        this.time = Objects.requireNonNull(time, "time");
    }

    /** Judges an operation as if it were the only one of its order. */
    Optional<Stray> alone(Operation operation) {
        return judge(operation, (cover, amount) -> amount);
    }

    /** Judges an operation together with those of its order that were told before, and remembers it. */
    Optional<Stray> together(Operation operation) {
        return judge(operation, (cover, amount) -> remember(cover, operation.operationId(), amount));
    }

    /** How much of an allowance is gone with an operation. */
    private interface Total {
        BigDecimal of(Allowance cover, BigDecimal amount);
    }

    private Optional<Stray> judge(Operation operation, Total total) {
        if (!isSpentByCard(operation)) {
            return Optional.empty();
        }
        Ucid card = operation.card().orElseThrow();
        Instant at = operation.authorizationDate().or(operation::operationDate).orElseGet(time::now);
        Optional<BigDecimal> amount =
                operation.accountAmount().or(operation::operationAmount).map(BigDecimal::abs);
        Optional<Allowance> cover = book.covering(card, at);
        boolean covered = cover.isPresent()
                && total.of(cover.get(), amount.orElse(BigDecimal.ZERO))
                                .compareTo(cover.get().sum())
                        <= 0;
        StrayReason reason = cover.isPresent() ? StrayReason.ABOVE_SUM : StrayReason.NO_ORDER;
        return covered
                ? Optional.empty()
                : Optional.of(
                        new Stray(card, operation.operationId(), at, amount, reason, cover.map(Allowance::order)));
    }

    /** The bank names a card on some operations without one too, with a code of trade that there is not. */
    private static boolean isSpentByCard(Operation operation) {
        boolean byCard = operation.category().filter(BY_CARD::contains).isPresent()
                || operation.mcc().filter(NO_CARD::equals).isEmpty();
        boolean gone =
                operation.typeOfOperation().filter(Direction.CREDIT::equals).isEmpty();
        return operation.card().isPresent() && byCard && gone;
    }

    /** A hold, its posting, and a report that comes twice have one id, and count once. */
    private BigDecimal remember(Allowance cover, String operationId, BigDecimal amount) {
        String key = cover.ucid() + "/" + cover.since().toEpochMilli();
        while (true) {
            Optional<Records.Kept<Spending>> kept = spent.find(key);
            Spending before = kept.map(Records.Kept::value).orElse(Spending.NONE);
            Spending now = before.with(operationId, amount);
            long version = kept.map(Records.Kept::version).orElse(StateStore.ABSENT);
            if (now.equals(before) || spent.tryReplace(key, now, version, KEEP)) {
                return now.upTo(operationId);
            }
        }
    }
}
