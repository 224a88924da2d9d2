package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The virtual card for each shop. Requisites are fetched at the moment of use, lent, and wiped; who asked is noted before
 * they are fetched; number and code are kept nowhere. A reissued card goes on serving its shop, as
 * {@link CardDirectory#reissued} moves its record. From {@link CardWorkflows#shopCards}. Thread-safe.
 */
public final class ShopCards {

    private final TBank bank;
    private final CardDirectory directory;
    private final StateStore store;
    private final Records<ShopCardUse> uses;

    ShopCards(TBank bank, CardDirectory directory, StateStore store) {
        this.bank = bank;
        this.directory = directory;
        this.store = store;
        this.uses = Records.of(store, "cards/shop-use/", ShopCardUse.class);
    }

    /**
     * Gives a card to a shop; what else is recorded of the card stays.
     *
     * @throws CardRefusedException with {@code SHOP_TAKEN} if the shop has another card
     */
    public void assign(Ucid ucid, String addressOrDomain) {
        boolean taken = directory.ofShop(addressOrDomain).stream()
                .anyMatch(card -> !card.ucid().equals(ucid));
        refuseIf(taken, Reason.SHOP_TAKEN);
        CardRecord unused = directory.update(ucid, known -> known.shop(addressOrDomain));
    }

    /**
     * Lends the requisites of a shop's card to a form of payment. They are wiped when the form returns.
     *
     * @param who asks; noted for ever
     * @throws NoSuchElementException if the shop has no card
     * @throws CardRefusedException with {@code SHOP_AMBIGUOUS} if several cards are recorded for the shop
     * @throws io.mostik.core.SdkException if the bank did not hand the requisites out; the form is not called then
     */
    public void use(String addressOrDomain, String who, Consumer<CardRequisites> form) {
        Objects.requireNonNull(form, "form");
        String shop = ShopDomain.normalise(addressOrDomain);
        Ucid card = cardOf(shop);
        note(new ShopCardUse(card, shop, who, store.now()));
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
        refuseIf(left.size() > 1, Reason.SHOP_AMBIGUOUS);
        return left.stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no card is assigned to this shop"));
    }

    /** Returns who asked for the requisites of a shop's cards, oldest first. */
    public List<ShopCardUse> uses(String addressOrDomain) {
        String shop = ShopDomain.normalise(addressOrDomain);
        return uses.stream(ShopDomain.key(shop) + "/")
                .map(Versioned::value)
                .filter(use -> use.shop().equals(shop))
                .toList();
    }

    /** Under the shop, in the order of time, so that its uses are found without looking at those of other shops. */
    private void note(ShopCardUse use) {
        String at = String.format(Locale.ROOT, "%013d", use.at().toEpochMilli());
        String random = UUID.randomUUID().toString().substring(0, 13);
        String id = ShopDomain.key(use.shop()) + "/" + at + "-" + random;
        refuseIf(uses.write(id, use, StateStore.ABSENT).isEmpty(), Reason.BUSY);
    }
}
