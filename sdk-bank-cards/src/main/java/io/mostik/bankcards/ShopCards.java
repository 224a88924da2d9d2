package io.mostik.bankcards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The virtual card for each shop. Requisites are fetched at the moment of use, lent, and wiped; who asked is noted before
 * they are fetched; number and code are kept nowhere. A reissued card goes on serving its shop, as
 * {@link CardDirectory#reissued} moves its record. Thread-safe.
 */
public final class ShopCards {

    private final TBank bank;
    private final CardDirectory directory;
    private final Records<ShopCardUse> uses;
    private final TimeSource time;

    /**
     * Creates the story.
     *
     * @param store where uses are noted
     */
    public ShopCards(TBank bank, CardDirectory directory, StateStore store, TimeSource time) {
        this.bank = Objects.requireNonNull(bank, "bank");
        this.directory = Objects.requireNonNull(directory, "directory");
        this.uses = new Records<>(store, "cards/shop-use/", ShopCardUse.class);
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Gives a card to a shop; what else is recorded of the card stays.
     *
     * @throws IllegalStateException if the shop has another card
     */
    public void assign(Ucid ucid, String addressOrDomain) {
        boolean taken = directory.ofShop(addressOrDomain).stream()
                .anyMatch(card -> !card.ucid().equals(ucid));
        if (taken) {
            throw new IllegalStateException("the shop has another card");
        }
        directory.record(
                directory.find(ucid).orElseGet(() -> CardRecord.of(ucid)).shop(addressOrDomain));
    }

    /**
     * Lends the requisites of a shop's card to a form of payment. They are wiped when the form returns.
     *
     * @param who asks; noted for ever
     * @throws NoSuchElementException if the shop has no card
     * @throws IllegalStateException if several cards are recorded for the shop, as two nodes may have done at once
     * @throws io.mostik.core.SdkException if the bank did not hand the requisites out; the form is not called then
     */
    public void use(String addressOrDomain, String who, Consumer<CardRequisites> form) {
        Objects.requireNonNull(form, "form");
        String shop = ShopDomain.normalise(addressOrDomain);
        Ucid card = cardOf(shop);
        Instant now = time.now();
        uses.put(card + "/" + now.toEpochMilli() + "-" + UUID.randomUUID(), new ShopCardUse(card, shop, who, now));
        try (CardRequisites requisites = bank.virtualCards().requisites(card)) {
            form.accept(requisites);
        }
    }

    /** While a reissued card takes its place, both are recorded for a moment: the new one counts. */
    private Ucid cardOf(String shop) {
        List<CardRecord> cards = directory.ofShop(shop);
        Set<Ucid> replaced =
                cards.stream().flatMap(card -> card.predecessor().stream()).collect(Collectors.toSet());
        List<Ucid> left = cards.stream()
                .map(CardRecord::ucid)
                .filter(ucid -> !replaced.contains(ucid))
                .toList();
        if (left.size() > 1) {
            throw new IllegalStateException("the shop has " + left.size() + " cards; give it one");
        }
        return left.stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no card is assigned to this shop"));
    }

    /** Returns who asked for the requisites of a shop's cards, oldest first. */
    public List<ShopCardUse> uses(String addressOrDomain) {
        String shop = ShopDomain.normalise(addressOrDomain);
        return uses.all().stream()
                .filter(use -> use.shop().equals(shop))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }
}
