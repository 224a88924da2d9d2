package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.virtualcards.CardRequisites;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The virtual card for each shop, or for each branch of the company at a shop. Each access to card details is recorded
 * before they are asked for; number and code are never stored. A reissued card goes on serving its shop, as
 * {@link CardDirectory#reissued} moves its record. From {@link CardWorkflows#shopCards}. Thread-safe.
 *
 * <pre>{@code
 * ShopCards shops = cards.shopCards().asking(payment -> dialog.whichCardFor(payment));
 * ShopPayment payment = ShopPayment.of("https://shop.example/cart", "buyer Anna");
 * shops.pay(payment, page -> browser.open(page), requisites -> form.fill(requisites));
 * }</pre>
 *
 * <p><strong>What stays in memory.</strong> {@link #pay} asks for the bank's own page first: then number and code do not
 * pass through this program at all. Otherwise they are lent to the form and wiped when it returns. Java cannot wipe what
 * was on the way there: the text that JSON was read into, the parser's buffer and the buffers of the TLS connection keep
 * them until they are overwritten or the garbage collector has reused the memory. A memory dump of this process, or a
 * swapped page, may hold them. Where that matters, use the page, or a process of its own for the form.
 */
public final class ShopCards {

    private final CardBank bank;
    private final CardDirectory directory;
    private final StateStore store;
    private final Records<ShopCardUse> uses;
    private final Function<ShopPayment, Optional<Ucid>> question;

    ShopCards(CardBank bank, CardDirectory directory, StateStore store) {
        this(bank, directory, store, payment -> Optional.empty());
    }

    private ShopCards(
            CardBank bank, CardDirectory directory, StateStore store, Function<ShopPayment, Optional<Ucid>> question) {
        this.bank = bank;
        this.directory = directory;
        this.store = store;
        this.uses = Records.of(store, "cards/shop-use/", ShopCardUse.class);
        this.question = question;
    }

    /**
     * Returns a view that asks which card a shop is to have when it has none yet: at its first payment. The card that is
     * named is assigned to the shop, and used.
     *
     * @param whichCard from the payment to the card; empty to refuse it with {@code SHOP_UNKNOWN}
     */
    public ShopCards asking(Function<ShopPayment, Optional<Ucid>> whichCard) {
        return new ShopCards(bank, directory, store, Objects.requireNonNull(whichCard, "whichCard"));
    }

    /**
     * Gives a card to a shop, for the whole company; what else is recorded of the card stays.
     *
     * @throws CardRefusedException with {@code SHOP_TAKEN} if the shop has another card
     */
    public void assign(Ucid ucid, String addressOrDomain) {
        refuseIfTaken(ucid, addressOrDomain, Optional.empty());
        CardRecord unused = directory.update(ucid, known -> known.shop(addressOrDomain));
    }

    /**
     * Gives a card to a shop, for one branch of the company; what else is recorded of the card stays. A branch without a
     * card of its own pays with that of the whole company.
     *
     * @throws CardRefusedException with {@code SHOP_TAKEN} if the branch has another card for the shop
     */
    public void assign(Ucid ucid, String addressOrDomain, String branch) {
        refuseIfTaken(ucid, addressOrDomain, Optional.of(ShopPayment.plain(branch)));
        CardRecord unused = directory.update(ucid, known -> known.shop(addressOrDomain, branch));
    }

    /** Lends the requisites of a shop's card to a form, as {@link #use(ShopPayment, Consumer)}. */
    public void use(String addressOrDomain, String who, Consumer<CardRequisites> form) {
        use(ShopPayment.of(addressOrDomain, who), form);
    }

    /**
     * Lends the requisites of a shop's card to a form of payment. They are wiped when the form returns, as far as the class
     * says.
     *
     * @throws CardRefusedException with {@code SHOP_UNKNOWN} if the shop has no card; with {@code SHOP_AMBIGUOUS} if several
     *     are recorded for it
     * @throws io.mostik.core.SdkException if the bank did not hand the requisites out; the form is not called then
     */
    public void use(ShopPayment payment, Consumer<CardRequisites> form) {
        Objects.requireNonNull(form, "form");
        lend(cardOf(payment), payment, form);
    }

    /**
     * Returns the bank's page that shows the requisites to a person whom the bank has recognised, so that they do not pass
     * through this program. Recorded as an access, whether the bank has the page or not.
     *
     * @return its address; empty if the bank has no such page for the card, or answers in a shape that is not known
     * @throws CardRefusedException as {@link #use(ShopPayment, Consumer)}
     */
    public Optional<URI> page(ShopPayment payment) {
        return page(cardOf(payment), payment);
    }

    /**
     * Offers the bank's page first, and lends the requisites to a form only where the bank has none.
     *
     * @return whether the page was shown
     * @throws CardRefusedException as {@link #use(ShopPayment, Consumer)}
     * @throws io.mostik.core.SdkException if the bank refused the access or did not answer; neither is called then
     */
    public boolean pay(ShopPayment payment, Consumer<URI> page, Consumer<CardRequisites> form) {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(form, "form");
        Ucid card = cardOf(payment);
        Optional<URI> address = page(card, payment);
        address.ifPresentOrElse(page, () -> lend(card, payment, form));
        return address.isPresent();
    }

    /** Returns who asked for the requisites of a shop's cards, oldest first. */
    public List<ShopCardUse> uses(String addressOrDomain) {
        return streamUses(addressOrDomain).toList();
    }

    /**
     * Returns who asked for the requisites of a shop's cards, oldest first, however many: they are read while the stream is
     * walked, by the shop, and none is ever dropped.
     */
    public Stream<ShopCardUse> streamUses(String addressOrDomain) {
        String shop = ShopDomain.normalise(addressOrDomain);
        return uses.stream(ShopDomain.key(shop) + "/")
                .map(Versioned::value)
                .filter(use -> use.shop().equals(shop));
    }

    private Optional<URI> page(Ucid card, ShopPayment payment) {
        CardBank.Requisites bankHas = requisites();
        note(card, payment, true);
        return bankHas.page(card);
    }

    private void lend(Ucid card, ShopPayment payment, Consumer<CardRequisites> form) {
        CardBank.Requisites bankHas = requisites();
        note(card, payment, false);
        try (CardRequisites lent = Offers.need(bankHas.requisites(card))) {
            form.accept(lent);
        }
    }

    private CardBank.Requisites requisites() {
        return Offers.need(bank.requisites());
    }

    private void refuseIfTaken(Ucid ucid, String addressOrDomain, Optional<String> branch) {
        boolean taken = directory.ofShop(addressOrDomain).stream()
                .anyMatch(card -> card.branch().equals(branch) && !card.ucid().equals(ucid));
        refuseIf(taken, Reason.SHOP_TAKEN);
    }

    /** The card of the branch, else that of the whole company, else the one that is named when asked. */
    private Ucid cardOf(ShopPayment payment) {
        return payment.branch()
                .flatMap(branch -> cardOf(payment.shop(), Optional.of(branch)))
                .or(() -> cardOf(payment.shop(), Optional.empty()))
                .or(() -> question.apply(payment).map(named -> bound(named, payment)))
                .orElseThrow(() -> new CardRefusedException(Reason.SHOP_UNKNOWN));
    }

    private Ucid bound(Ucid named, ShopPayment payment) {
        payment.branch()
                .ifPresentOrElse(branch -> assign(named, payment.shop(), branch), () -> assign(named, payment.shop()));
        return named;
    }

    /** While a reissued card takes its place, both are recorded for a moment: the new one counts. */
    private Optional<Ucid> cardOf(String shop, Optional<String> branch) {
        List<CardRecord> cards = directory.ofShop(shop).stream()
                .filter(card -> card.branch().equals(branch))
                .toList();
        Set<Ucid> replaced =
                cards.stream().flatMap(card -> card.predecessor().stream()).collect(Collectors.toSet());
        List<Ucid> left = cards.stream()
                .map(CardRecord::ucid)
                .filter(ucid -> !replaced.contains(ucid))
                .toList();
        refuseIf(left.size() > 1, Reason.SHOP_AMBIGUOUS);
        return left.stream().findFirst();
    }

    /** Under the shop, in the order of time, so that its uses are found without looking at those of other shops. */
    private void note(Ucid card, ShopPayment payment, boolean byLink) {
        ShopCardUse use = new ShopCardUse(card, payment.shop(), payment.who(), store.now(), payment.branch(), byLink);
        String at = String.format(Locale.ROOT, "%013d", use.at().toEpochMilli());
        String random = UUID.randomUUID().toString().substring(0, 13);
        String id = ShopDomain.key(use.shop()) + "/" + at + "-" + random;
        refuseIf(uses.add(id, use).isEmpty(), Reason.BUSY);
    }
}
