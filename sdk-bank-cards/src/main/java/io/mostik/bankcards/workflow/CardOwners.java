package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.SideRecord;
import io.mostik.core.once.SideRecords;
import io.mostik.core.once.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The owner record of each card, and the orders it has closed. Thread-safe. */
final class CardOwners {

    /** How long closed orders and past one-time limits are kept, for statements that come late. */
    static final Duration KEEP = Duration.ofDays(60);

    /** How long it is known where an order is. */
    private static final Duration KEEP_PLACE = Duration.ofDays(400);

    private static final int MOST_REISSUES = 1_000;

    private final StateStore store;
    private final Records<CardOwner> owners;
    private final Records<Place> places;

    CardOwners(StateStore store) {
        this.store = store;
        this.owners = Records.of(store, "cards/owner/", CardOwner.class);
        this.places = Records.of(store, "cards/order-place/", Place.class);
    }

    SideRecord<CardOwner> at(Ucid ucid) {
        return owners.at(ucid.toString());
    }

    CardOwner find(Ucid ucid) {
        return owners.find(ucid.toString()).map(Versioned::value).orElse(CardOwner.NOBODY);
    }

    /** Changes a record outside of any write; writes under way see it. */
    CardOwner update(Ucid ucid, UnaryOperator<CardOwner> change) {
        return owners.update(ucid.toString(), known -> change.apply(known.orElse(CardOwner.NOBODY)))
                .value();
    }

    /** Refuses a limit that is not the one set for the open orders; unless the record has changed while it was read. */
    void requireExplained(Ucid ucid, CardOwner owner, CardLimit limit) {
        if (owner.explains(limit)) {
            return;
        }
        if (!owner.equals(find(ucid))) {
            throw new LimitMovedException();
        }
        throw new CardRefusedException(Reason.CHANGED);
    }

    CardOwner in(SideRecords sides, Ucid ucid) {
        return sides.get(at(ucid)).orElse(CardOwner.NOBODY);
    }

    /** Returns the record of a closed order, by the card that served it. */
    SideRecord<Allowance> past(Ucid ucid, String order) {
        return pastOf(ucid).at(order);
    }

    /** Returns where an order is, and how often it was changed. */
    SideRecord<Place> place(String order) {
        return places.at(order);
    }

    Optional<Place> findPlace(String order) {
        return places.find(order).map(Versioned::value);
    }

    /** Writes down where an order is after it was changed. */
    void changed(SideRecords sides, String order, Ucid ucid) {
        int revision = sides.get(place(order)).map(Place::revision).orElse(0);
        sides.put(place(order), new Place(ucid, revision + 1), KEEP_PLACE);
    }

    /** Returns the open orders of all cards. */
    List<Allowance> open() {
        return owners.stream("")
                .flatMap(owner -> owner.value().orders().stream())
                .filter(Allowance::isOpen)
                .toList();
    }

    /**
     * Where an order is that was amended or handed over.
     *
     * @param ucid the card
     * @param revision how often it was changed
     */
    record Place(Ucid ucid, int revision) {}

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

    /**
     * Returns the orders to which spending of a card at a time may belong, the oldest first; if there is none, the one-time
     * limit.
     */
    List<Cover> covering(Ucid ucid, Instant at) {
        CardOwner owner = find(ucid);
        Stream<Allowance> past = pastOf(ucid).stream("").map(Versioned::value);
        Map<String, Cover> covers = new LinkedHashMap<>();
        Stream.concat(owner.orders().stream(), past)
                .filter(order -> order.covers(at))
                .sorted(Comparator.comparing(Allowance::since))
                .map(Cover::of)
                .forEach(cover -> covers.putIfAbsent(cover.key(), cover));
        return covers.isEmpty()
                ? owner.changes().stream()
                        .filter(change -> change.covers(at))
                        .limit(1)
                        .map(Cover::of)
                        .toList()
                : List.copyOf(covers.values());
    }

    private Records<Allowance> pastOf(Ucid ucid) {
        return Records.of(store, "cards/past-allowance/" + ucid + "/", Allowance.class);
    }
}
