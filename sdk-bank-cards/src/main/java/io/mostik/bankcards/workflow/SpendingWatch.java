package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.Purchase.Part;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares card spending with the orders and the approved one-time limits. Thread-safe, on several nodes too. */
final class SpendingWatch {

    private final CardOwners owners;
    private final CardWrites writes;
    private final CardDirectory directory;
    private final Records<Spending> spent;
    private final Purchases purchases;

    SpendingWatch(CardOwners owners, CardWrites writes, CardDirectory directory, StateStore store) {
        this.owners = owners;
        this.writes = writes;
        this.directory = directory;
        this.spent = Records.of(store, "cards/spent/", Spending.class);
        this.purchases = new Purchases(store);
    }

    /** Judges an operation as if it were the only one of its orders. */
    Optional<UnmatchedSpending> alone(Operation operation) {
        if (!CardOperations.isSpentByCard(operation)) {
            return Optional.empty();
        }
        Ucid card = operation.card().orElseThrow();
        Purchase purchase = purchases.read(operation);
        List<Cover> covers = owners.covering(card, purchase.at());
        BigDecimal sum = covers.stream().map(Cover::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        return judge(card, operation, purchase, covers, purchase.taken().compareTo(sum) > 0);
    }

    /** Judges an operation together with those that were told before, and remembers it. */
    Optional<UnmatchedSpending> together(Operation operation) {
        if (!CardOperations.isByCard(operation)) {
            return Optional.empty();
        }
        Ucid card = operation.card().orElseThrow();
        Purchase told = purchases.read(operation);
        Purchase known = purchases.note(card, told, next -> complete(card, next));
        boolean isAbove = false;
        List<Cover> covers = known.isRefund() ? List.of() : covers(card, known);
        for (Part part : known.parts()) {
            Optional<Cover> cover = covers.stream()
                    .filter(one -> one.key().equals(part.cover()))
                    .findFirst();
            isAbove |= count(known, part, cover);
        }
        return known.isRefund() ? Optional.empty() : judge(card, operation, known, covers, isAbove);
    }

    /** Returns the lines of a report over days in Moscow. */
    SpendingReport report(LocalDate from, LocalDate to) {
        List<Purchases.CardDay> all =
                from.datesUntil(to.plusDays(1)).flatMap(purchases::on).toList();
        return SpendingReport.of(all);
    }

    private static Optional<UnmatchedSpending> judge(
            Ucid card, Operation operation, Purchase purchase, List<Cover> covers, boolean isAbove) {
        boolean isCash = purchase.kind() == Purchase.Kind.CASH;
        boolean isTold = purchase.amount().isPresent();
        boolean isCovered = !covers.isEmpty() && !isAbove && !isCash && isTold;
        boolean isFine = purchase.kind() == Purchase.Kind.CANCELLED || isCovered;
        if (isFine) {
            return Optional.empty();
        }
        UnmatchedReason judged = isTold ? UnmatchedReason.ABOVE_SUM : UnmatchedReason.AMOUNT_UNKNOWN;
        UnmatchedReason reason = isCash ? UnmatchedReason.CASH : judged;
        return Optional.of(new UnmatchedSpending(
                card,
                operation.operationId(),
                purchase.at(),
                purchase.amount(),
                covers.isEmpty() ? UnmatchedReason.NO_ORDER : reason,
                covers.stream().findFirst().flatMap(Cover::order)));
    }

    /** Says whose purchase it is, and to which orders it belongs. */
    private Purchase complete(Ucid card, Purchase purchase) {
        Purchase held = purchase.courier().isPresent()
                ? purchase
                : purchase.heldBy(directory.find(card).flatMap(CardRecord::employee));
        return held.withParts(purchase.isRefund() ? givenBack(card, purchase) : parts(card, purchase));
    }

    /** What comes back goes to the orders that the purchase was for, in their turn; what is too much, to the first. */
    private List<Part> givenBack(Ucid card, Purchase refund) {
        List<Part> bought =
                purchases.refunded(card, refund).map(Purchase::parts).orElse(List.of());
        BigDecimal rest = refund.taken().negate();
        List<Part> parts = new ArrayList<>();
        for (Part part : bought) {
            BigDecimal back = rest.min(part.amount());
            rest = rest.subtract(back);
            parts.add(new Part(part.order(), part.cover(), back.negate()));
        }
        if (rest.signum() > 0 && !parts.isEmpty()) {
            Part first = parts.get(0);
            parts.set(0, new Part(first.order(), first.cover(), first.amount().subtract(rest)));
        }
        return parts.isEmpty() ? refund.parts() : parts;
    }

    /**
     * One order takes what it has room for; what is left goes to the next one, as several orders may be paid for at once. The
     * order whose room is exactly the amount comes first, then the oldest. What nothing has room for stays with the first.
     */
    private List<Part> parts(Ucid card, Purchase purchase) {
        List<Cover> covers = covers(card, purchase);
        if (covers.isEmpty()) {
            return List.of();
        }
        BigDecimal open = purchase.taken();
        List<Cover> inTurn = covers.stream()
                .sorted(Comparator.comparing(cover -> room(cover, purchase).compareTo(purchase.taken()) != 0))
                .toList();
        List<Part> parts = new ArrayList<>();
        for (Cover cover : inTurn) {
            BigDecimal part = open.min(room(cover, purchase).max(BigDecimal.ZERO));
            if (part.signum() > 0 || covers.size() == 1) {
                parts.add(new Part(cover.order(), cover.key(), covers.size() == 1 ? open : part));
                open = open.subtract(part);
            }
        }
        if (covers.size() > 1 && (open.signum() > 0 || parts.isEmpty())) {
            Cover first = inTurn.get(0);
            BigDecimal had = parts.stream()
                    .filter(part -> part.cover().equals(first.key()))
                    .map(Part::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            parts.removeIf(part -> part.cover().equals(first.key()));
            parts.add(0, new Part(first.order(), first.key(), had.add(open)));
        }
        return withOld(purchase, parts);
    }

    /** An order to which a part belonged when it was told before, and does not any more, has none of it. */
    private static List<Part> withOld(Purchase purchase, List<Part> parts) {
        List<Part> all = new ArrayList<>(parts);
        purchase.parts().stream()
                .filter(old -> parts.stream().noneMatch(part -> part.cover().equals(old.cover())))
                .forEach(old -> all.add(new Part(old.order(), old.cover(), BigDecimal.ZERO)));
        return all;
    }

    private BigDecimal room(Cover cover, Purchase purchase) {
        return cover.sum()
                .subtract(spent.find(cover.key())
                        .map(known -> known.value().totalBeside(purchase.id()))
                        .orElse(BigDecimal.ZERO));
    }

    private List<Cover> covers(Ucid card, Purchase purchase) {
        return owners.covering(card, purchase.at());
    }

    /** Counts a part of a purchase once, however often it is told, and returns whether the order has spent too much by then. */
    private boolean count(Purchase purchase, Part part, Optional<Cover> cover) {
        Spending now = spent.update(
                        part.cover(),
                        Optional.of(CardOwners.KEEP),
                        known -> report(
                                cover, known.orElse(Spending.NONE).with(purchase.id(), Optional.of(part.amount()))))
                .value();
        return cover.filter(one -> now.upTo(purchase.id()).compareTo(one.sum()) > 0)
                .isPresent();
    }

    /** More was spent than was granted, so it was granted twice: that becomes an open write for a person, once. */
    private Spending report(Optional<Cover> known, Spending now) {
        BigDecimal total = now.total();
        if (known.isEmpty() || total.compareTo(known.get().sum().max(now.reported())) <= 0) {
            return now;
        }
        Cover cover = known.get();
        boolean isMarked = cover.order().isPresent()
                ? writes.grants().reportDuplicate(cover.id())
                : writes.limits().reportDuplicate(cover.id());
        return isMarked ? now.reported(total) : now;
    }
}
