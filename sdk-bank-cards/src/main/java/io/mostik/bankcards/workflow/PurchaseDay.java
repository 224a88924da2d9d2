package io.mostik.bankcards.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The purchases of one card on one day, in the order in which they were told. */
record PurchaseDay(List<Purchase> purchases) {

    static final PurchaseDay NONE = new PurchaseDay(List.of());

    PurchaseDay {
        purchases = List.copyOf(purchases);
    }

    /** A purchase that was told before, and how sure that is. */
    record Match(Purchase known, MatchConfidence confidence) {}

    /** Returns the purchase that is told again, the surest first; of several that only the amount fits, none. */
    Optional<Match> match(Purchase told) {
        List<Match> matches = purchases.stream()
                .flatMap(known -> known.match(told).map(how -> new Match(known, how)).stream())
                .sorted(Comparator.comparing(Match::confidence))
                .toList();
        boolean isGuess = matches.size() > 1 && matches.get(0).confidence() == MatchConfidence.LOW;
        return matches.isEmpty() || isGuess ? Optional.empty() : Optional.of(matches.get(0));
    }

    Optional<Purchase> find(String id) {
        return purchases.stream().filter(one -> one.ids().contains(id)).findFirst();
    }

    /** Returns this with a purchase in the place of what is known of it. */
    PurchaseDay with(Purchase purchase) {
        List<Purchase> next = new ArrayList<>(purchases);
        next.replaceAll(one -> one.id().equals(purchase.id()) ? purchase : one);
        if (!next.contains(purchase)) {
            next.add(purchase);
        }
        return new PurchaseDay(next);
    }
}
