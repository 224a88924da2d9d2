package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationCategory;
import io.mostik.bankcards.tbank.operations.OperationStatus;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All purchases that were told, by card and day in Moscow. Thread-safe, on several nodes too. */
final class Purchases {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    /** How many days later a posting comes that does not tell when it was held, or a refund. */
    private static final int LATEST_POSTING = 10;

    private static final int LATEST_REFUND = 45;

    /** The words of a hold that was given up are not published; these are inferred. */
    private static final Pattern CANCELLED = Pattern.compile(".*(cancel|declin|revers|reject|fail).*");

    private final Records<PurchaseDay> days;
    private final StateStore store;

    Purchases(StateStore store) {
        this.days = Records.of(store, "cards/purchases/", PurchaseDay.class);
        this.store = store;
    }

    /** Returns what an operation tells. */
    Purchase read(Operation operation) {
        Optional<Instant> held = operation.authorizationDate();
        Instant at = held.or(operation::operationDate).orElseGet(store::now);
        return new Purchase(
                List.of(operation.operationId()),
                kind(operation),
                CardOperations.amount(operation),
                at,
                held.isPresent(),
                operation
                        .operationStatus()
                        .filter(OperationStatus.TRANSACTION::equals)
                        .isPresent(),
                operation.rrn().filter(text -> !text.isBlank()),
                operation.authCode().filter(text -> !text.isBlank()),
                MatchConfidence.CERTAIN,
                List.of(),
                Optional.empty());
    }

    private static Purchase.Kind kind(Operation operation) {
        boolean isCancelled = operation
                .status()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> CANCELLED.matcher(word).matches())
                .isPresent();
        boolean isRefund = CardOperations.isCredit(operation)
                || operation
                        .category()
                        .filter(OperationCategory.REFUND_IN::equals)
                        .isPresent();
        if (isCancelled) {
            return Purchase.Kind.CANCELLED;
        }
        if (isRefund) {
            return Purchase.Kind.REFUND;
        }
        return CardOperations.isCash(operation) ? Purchase.Kind.CASH : Purchase.Kind.PURCHASE;
    }

    /** Notes what was told, as a new purchase or as one that was told before. */
    Purchase note(Ucid card, Purchase told, UnaryOperator<Purchase> complete) {
        LocalDate day = dayOf(card, told);
        PurchaseDay changed = days.update(key(day, card), Optional.of(CardOwners.KEEP), known -> {
                    PurchaseDay now = known.orElse(PurchaseDay.NONE);
                    Purchase next = now.match(told)
                            .map(match -> match.known().with(told, match.confidence()))
                            .orElse(told);
                    return now.with(complete.apply(next));
                })
                .value();
        return changed.find(told.id()).orElseThrow();
    }

    /** Returns the purchase that a refund gives back: that of its retrieval number, else the latest of at least so much. */
    Optional<Purchase> refunded(Ucid card, Purchase refund) {
        List<Purchase> earlier = IntStream.rangeClosed(0, LATEST_REFUND)
                .mapToObj(days -> day(refund.at()).minusDays(days))
                .flatMap(day -> find(day, card).purchases().stream())
                .filter(one -> !one.isRefund()
                        && !one.at().isAfter(refund.at())
                        && !one.parts().isEmpty())
                .toList();
        Optional<Purchase> byNumber = earlier.stream()
                .filter(one -> one.rrn().isPresent() && one.rrn().equals(refund.rrn()))
                .findFirst();
        return byNumber.or(() -> earlier.stream()
                        .filter(one -> one.taken().compareTo(refund.taken().negate()) == 0)
                        .findFirst())
                .or(() -> earlier.stream()
                        .filter(one -> one.taken().compareTo(refund.taken().negate()) > 0)
                        .findFirst());
    }

    /** Returns all purchases of a day. */
    Stream<CardDay> on(LocalDate day) {
        return days.stream(day + "/")
                .flatMap(known -> known.value().purchases().stream())
                .map(purchase -> new CardDay(day, purchase));
    }

    /** A purchase and its day. */
    record CardDay(LocalDate day, Purchase purchase) {}

    /** Returns the day under which a purchase is noted: that of its hold, found among the days before if it is not told. */
    private LocalDate dayOf(Ucid card, Purchase told) {
        LocalDate day = day(told.at());
        if (told.authorised()) {
            return day;
        }
        return IntStream.rangeClosed(0, LATEST_POSTING)
                .mapToObj(day::minusDays)
                .filter(earlier -> find(earlier, card).match(told).isPresent())
                .findFirst()
                .orElse(day);
    }

    private PurchaseDay find(LocalDate day, Ucid card) {
        return days.find(key(day, card)).map(Versioned::value).orElse(PurchaseDay.NONE);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, MOSCOW);
    }

    private static String key(LocalDate day, Ucid card) {
        return day + "/" + card;
    }
}
