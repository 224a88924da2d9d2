package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The owner record of each card, and the orders it has closed. Thread-safe. */
final class CardOwners {

    /** How long closed orders and past one-time limits are kept, for statements that come late. */
    static final Duration KEEP = Duration.ofDays(60);

    private static final int MOST_REISSUES = 1_000;

    private final StateStore store;
    private final Records<CardOwner> owners;

    CardOwners(StateStore store) {
        this.store = store;
        this.owners = Records.of(store, "cards/owner/", CardOwner.class);
    }

    SideRecord<CardOwner> at(Ucid ucid) {
        return owners.at(ucid.toString());
    }

    CardOwner find(Ucid ucid) {
        return owners.find(ucid.toString()).map(Versioned::value).orElse(CardOwner.NOBODY);
    }

    CardOwner in(SideRecords sides, Ucid ucid) {
        return sides.get(at(ucid)).orElse(CardOwner.NOBODY);
    }

    /** Returns the record of a closed order, by the card that served it. */
    SideRecord<Allowance> past(Ucid ucid, String order) {
        return pastOf(ucid).at(order);
    }

    /** Returns the card that serves now in the place of a card: itself, unless it was reissued. */
    Ucid current(Ucid ucid) {
        Ucid current = ucid;
        for (int i = 0; i < MOST_REISSUES; i++) {
            Optional<Ucid> successor = find(current).successor();
            if (successor.isEmpty()) {
                return current;
            }
            current = successor.get();
        }
        throw new IllegalStateException("card " + ucid + " replaces itself");
    }

    /** Returns the order or the one-time limit to which spending of a card at a time belongs. */
    Optional<Cover> covering(Ucid ucid, Instant at) {
        CardOwner owner = find(ucid);
        return owner.orders().stream()
                .filter(order -> order.covers(at))
                .findFirst()
                .or(() -> pastOf(ucid).stream("")
                        .map(Versioned::value)
                        .filter(order -> order.covers(at))
                        .findFirst())
                .map(Cover::of)
                .or(() -> owner.changes().stream()
                        .filter(change -> change.covers(at))
                        .findFirst()
                        .map(Cover::of));
    }

    private Records<Allowance> pastOf(Ucid ucid) {
        return Records.of(store, "cards/past-allowance/" + ucid + "/", Allowance.class);
    }
}
