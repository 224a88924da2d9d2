package io.mostik.bankcards;

import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The company's own list of who has which card. The bank has none: it knows the name on a card, which proves nothing. A
 * card that is reissued keeps its place under its new id. Thread-safe, on several nodes too.
 */
public final class CardDirectory {

    private final Records<CardRecord> records;

    /**
     * Creates a directory.
     *
     * @param store where it is kept
     */
    public CardDirectory(StateStore store) {
        this.records = new Records<>(store, "cards/directory/", CardRecord.class);
    }

    /** Records a card, in the place of what was recorded of it before. */
    public void record(CardRecord card) {
        records.put(card.ucid().toString(), card);
    }

    /** Forgets a card. */
    public void forget(Ucid ucid) {
        records.remove(ucid.toString());
    }

    /** Returns what is recorded of a card. */
    public Optional<CardRecord> find(Ucid ucid) {
        return records.find(ucid.toString()).map(Records.Kept::value);
    }

    /** Returns all records. */
    public List<CardRecord> all() {
        return records.all();
    }

    /** Returns the cards that an employee holds. */
    public List<CardRecord> ofEmployee(String employee) {
        return where(card -> card.employee().filter(employee::equals).isPresent());
    }

    /** Returns the cards of a client. */
    public List<CardRecord> ofClient(String client) {
        return where(card -> card.client().filter(client::equals).isPresent());
    }

    /** Returns the cards that a manager may see: those of his own clients. */
    public List<CardRecord> visibleTo(String manager) {
        return where(card -> card.manager().filter(manager::equals).isPresent());
    }

    /**
     * Returns a card that a manager may see.
     *
     * @throws SecurityException if it is not one of his clients', or is not recorded: both look the same to him
     */
    public CardRecord get(Ucid ucid, String manager) {
        return find(ucid)
                .filter(card -> card.manager().filter(manager::equals).isPresent())
                .orElseThrow(() -> new SecurityException("this manager has no such card"));
    }

    /** Returns the cards for a shop. */
    public List<CardRecord> ofShop(String addressOrDomain) {
        String domain = ShopDomain.normalise(addressOrDomain);
        return where(card -> card.shop().filter(domain::equals).isPresent());
    }

    /**
     * Moves the record of a card to the card that replaced it. Harmless when repeated, and when it was cut off half-way:
     * the new record is written before the old one goes.
     *
     * @return the record of the new card; empty if neither was recorded
     */
    public Optional<CardRecord> reissued(Ucid old, Ucid successor) {
        Optional<CardRecord> before = find(old);
        before.ifPresent(card -> record(card.replacedBy(successor)));
        forget(old);
        return find(successor);
    }

    /**
     * Compares the records with the cards of the bank.
     *
     * @param cardsOfBank all of them, as {@code TBank.cards().listDetailed(CardQuery.all())} lists them
     */
    public Drift compare(Iterable<Card> cardsOfBank) {
        Map<Ucid, CardRecord> recorded = new HashMap<>();
        all().forEach(card -> recorded.put(card.ucid(), card));
        List<Card> unrecorded = new ArrayList<>();
        List<CardRecord> unusable = new ArrayList<>();
        for (Card card : cardsOfBank) {
            CardRecord known = recorded.remove(card.ucid());
            boolean usable = card.status().filter(CardStatus.NORM::equals).isPresent();
            if (known == null && usable) {
                unrecorded.add(card);
            } else if (known != null && !usable) {
                unusable.add(known);
            }
        }
        return new Drift(unrecorded, List.copyOf(recorded.values()), unusable);
    }

    private List<CardRecord> where(Predicate<CardRecord> condition) {
        return all().stream().filter(condition).toList();
    }
}
