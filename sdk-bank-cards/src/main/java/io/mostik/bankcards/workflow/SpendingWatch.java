package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationCategory;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Holds what was spent by card against the orders and the approved one-time limits. Thread-safe, on several nodes too. */
final class SpendingWatch {

    private static final int MOST_TRIES = 1_000;
    private static final String NO_CARD = "0000";
    private static final Set<OperationCategory> BY_CARD =
            Set.of(OperationCategory.CARD, OperationCategory.CASH_OUT, OperationCategory.CARD_TO_CARD);

    private final CardOwners owners;
    private final CardWrites writes;
    private final Records<Spending> spent;
    private final StateStore store;

    SpendingWatch(CardOwners owners, CardWrites writes, StateStore store) {
        this.owners = owners;
        this.writes = writes;
        this.spent = Records.of(store, "cards/spent/", Spending.class);
        this.store = store;
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
        BigDecimal of(Cover cover, BigDecimal amount);
    }

    private Optional<Stray> judge(Operation operation, Total total) {
        if (!isSpentByCard(operation)) {
            return Optional.empty();
        }
        Ucid card = operation.card().orElseThrow();
        Instant at = operation.authorizationDate().or(operation::operationDate).orElseGet(store::now);
        Optional<BigDecimal> amount =
                operation.accountAmount().or(operation::operationAmount).map(BigDecimal::abs);
        Optional<Cover> cover = owners.covering(card, at);
        boolean covered = cover.isPresent()
                && total.of(cover.get(), amount.orElse(BigDecimal.ZERO))
                                .compareTo(cover.get().sum())
                        <= 0;
        StrayReason reason = cover.isPresent() ? StrayReason.ABOVE_SUM : StrayReason.NO_ORDER;
        return covered
                ? Optional.empty()
                : Optional.of(
                        new Stray(card, operation.operationId(), at, amount, reason, cover.flatMap(Cover::order)));
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
    private BigDecimal remember(Cover cover, String operationId, BigDecimal amount) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Versioned<Spending>> known = spent.find(cover.key());
            Spending before = known.map(Versioned::value).orElse(Spending.NONE);
            Spending now = report(cover, before.with(operationId, amount));
            long version = known.map(Versioned::version).orElse(StateStore.ABSENT);
            if (now.equals(before)
                    || spent.write(cover.key(), now, version, Optional.of(CardOwners.KEEP))
                            .isPresent()) {
                return now.upTo(operationId);
            }
        }
        throw new StateStoreException("what was spent could not be noted: too many others change it");
    }

    /** More was spent than was granted, so it was granted twice: that becomes an open write for a person, once. */
    private Spending report(Cover cover, Spending now) {
        BigDecimal total = now.total();
        if (total.compareTo(cover.sum().max(now.reported())) <= 0) {
            return now;
        }
        boolean isMarked = cover.order().isPresent()
                ? writes.grants().reportDuplicate(cover.id())
                : writes.limits().reportDuplicate(cover.id());
        return isMarked ? now.reported(total) : now;
    }
}
