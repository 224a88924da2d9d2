package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.CardStatus;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The company's own list of who has which card. The bank has no such list: the name on a card proves nothing. A
 * card that is reissued keeps its place under its new id. From {@link CardWorkflows#directory}.
 *
 * <pre>{@code
 * CardDirectory directory = CardWorkflows.of(bank, store).directory();
 * directory.update(card, known -> known.employee("E-17"));
 * List<CardRecord> held = directory.ofEmployee("E-17");
 * }</pre>
 *
 * <p>{@link Dismissals} finds the cards of an employee here, {@link ShopCards} the card of a shop. {@link #compare} says
 * where the list and the bank differ. Thread-safe, on several nodes too: of two changes of one card at once none is lost.
 */
public final class CardDirectory {

    private final Records<CardRecord> records;
    private final CardIndex employees;
    private final CardIndex clients;
    private final CardIndex managers;
    private final CardIndex shops;

    CardDirectory(StateStore store) {
        this.records = Records.of(store, "cards/directory/", CardRecord.class);
        this.employees = new CardIndex(store, "employee");
        this.clients = new CardIndex(store, "client");
        this.managers = new CardIndex(store, "manager");
        this.shops = new CardIndex(store, "shop");
    }

    /**
     * Records something of a card; what else is recorded of it stays.
     *
     * <pre>{@code
     * directory.update(card, known -> known.employee("E-17"));
     * }</pre>
     *
     * @param change from what is known of the card, nothing at first; called again if somebody else changed it
     *     meanwhile
     * @return what is recorded now
     */
    public CardRecord update(Ucid ucid, UnaryOperator<CardRecord> change) {
        CardRecord changed = records.update(ucid.toString(), known -> {
                    CardRecord next = change.apply(known.orElseGet(() -> CardRecord.of(ucid)));
                    if (!next.ucid().equals(ucid)) {
                        throw new IllegalArgumentException("a change must keep the card");
                    }
                    index(next); // before the record, so that a crash between the two hides no card
                    return next;
                })
                .value();
        index(changed); // and after it, as somebody may have forgotten the card in between
        return changed;
    }

    /** Forgets a card. */
    public void forget(Ucid ucid) {
        String id = ucid.toString();
        for (Optional<Versioned<CardRecord>> known = records.find(id); known.isPresent(); known = records.find(id)) {
            if (records.remove(id, known.get().version())) {
                unindex(known.get().value());
            }
        }
    }

    /** Returns what is recorded of a card. */
    public Optional<CardRecord> find(Ucid ucid) {
        return records.find(ucid.toString()).map(Versioned::value);
    }

    /** Returns all records. */
    public List<CardRecord> all() {
        return records.stream("").map(Versioned::value).toList();
    }

    /** Returns the cards that an employee holds. */
    public List<CardRecord> ofEmployee(String employee) {
        return having(employees, DirectoryKey.clean(employee), CardRecord::employee);
    }

    /** Returns the cards of a client. */
    public List<CardRecord> ofClient(String client) {
        return having(clients, DirectoryKey.clean(client), CardRecord::client);
    }

    /** Returns the cards that a manager may see: those of his own clients. */
    public List<CardRecord> visibleTo(String manager) {
        return having(managers, DirectoryKey.clean(manager), CardRecord::manager);
    }

    /**
     * Returns a card that a manager may see.
     *
     * @throws SecurityException if it is not one of his clients', or is not recorded: both look the same to him
     */
    public CardRecord get(Ucid ucid, String manager) {
        String key = DirectoryKey.clean(manager);
        return find(ucid)
                .filter(card -> card.manager().filter(key::equals).isPresent())
                .orElseThrow(() -> new SecurityException("this manager has no such card"));
    }

    /** Returns the cards for a shop. */
    public List<CardRecord> ofShop(String addressOrDomain) {
        return having(shops, ShopDomain.normalise(addressOrDomain), CardRecord::shop);
    }

    /**
     * Moves the record of a card to the card that replaced it. Harmless when repeated, and when it was cut off
     * half-way: the new record is written before the old one goes.
     *
     * @return the record of the new card; empty if neither was recorded
     */
    public Optional<CardRecord> reissued(Ucid old, Ucid successor) {
        String id = old.toString();
        Optional<Versioned<CardRecord>> before = old.equals(successor) ? Optional.empty() : records.find(id);
        while (before.isPresent()) {
            CardRecord moving = before.get().value();
            CardRecord unused = update(successor, known -> moving.replacedBy(successor));
            if (records.remove(id, before.get().version())) {
                unindex(moving);
            }
            before = records.find(id); // somebody may have changed it meanwhile
        }
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

    private List<CardRecord> having(CardIndex index, String value, Function<CardRecord, Optional<String>> property) {
        return index.of(value).stream()
                .flatMap(ucid -> find(ucid).stream())
                .filter(card -> property.apply(card).filter(value::equals).isPresent())
                .toList();
    }

    private void index(CardRecord card) {
        employees.add(card.employee(), card.ucid());
        clients.add(card.client(), card.ucid());
        managers.add(card.manager(), card.ucid());
        shops.add(card.shop(), card.ucid());
    }

    private void unindex(CardRecord card) {
        employees.remove(card.employee(), card.ucid());
        clients.remove(card.client(), card.ucid());
        managers.remove(card.manager(), card.ucid());
        shops.remove(card.shop(), card.ucid());
    }
}
