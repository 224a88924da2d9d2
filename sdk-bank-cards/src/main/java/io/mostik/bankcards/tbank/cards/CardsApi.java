package io.mostik.bankcards.tbank.cards;

import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.bankcards.tbank.internal.CardPage;
import io.mostik.bankcards.tbank.internal.CountedCardPage;
import io.mostik.core.Paged;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import java.util.Objects;

/**
 * Company cards. Obtained from {@code TBank.cards()}. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/biznes-karti">the bank's reference</a>
 */
public final class CardsApi {

    // The bank states no limit for this list; the one of its neighbours is a guess.
    private static final Endpoint<CountedCardPage<Card>> LIST = Endpoint.<CountedCardPage<Card>>read(
                    "cards.list", "GET", "/api/v1/card", JsonType.envelope(CountedCardPage.class, Card.class))
            .limit(RateLimit.perSecond(10));
    private static final Endpoint<CardPage<Card>> LIST_DETAILED = Endpoint.<CardPage<Card>>read(
                    "cards.listDetailed", "GET", "/api/v3/company/card", JsonType.envelope(CardPage.class, Card.class))
            .limit(RateLimit.perSecond(10));
    private static final Endpoint<Card> GET =
            Endpoint.read("cards.get", "GET", "/api/v1/card/{ucid}", Card.class).limit(RateLimit.perSecond(10));
    // A card that is blocked stays blocked when it is blocked again.
    private static final Endpoint<NoAnswer> BLOCK = Endpoint.repeatable(
                    "cards.block", "POST", "/api/v1/card/{ucid}/block")
            .limit(RateLimit.perSecond(5))
            .deadline(BankClient.WRITE_DEADLINE);

    private final BankClient bank;

    CardsApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /**
     * Returns the cards that a query finds; nothing is sent until they are walked. Does not tell virtual ones apart.
     */
    public Paged<Card> list(CardQuery query) {
        return Paged.numbered(
                        0,
                        offset -> bank.call(LIST)
                                .query("accountNumber", query.accountNumber())
                                .query("offset", offset)
                                .query("limit", query.pageSize())
                                .send()
                                .toPage())
                .distinctBy(Card::ucid);
    }

    /**
     * Returns the cards that a query finds, each with whether it is virtual; nothing is sent until they are walked. The
     * shape of the answer is known from clients in public.
     */
    public Paged<Card> listDetailed(CardQuery query) {
        return Paged.numbered(
                        0,
                        offset -> bank.call(LIST_DETAILED)
                                .query("accountNumber", query.accountNumber())
                                .query("limit", query.pageSize())
                                .query("offset", offset)
                                .send()
                                .toPage(offset))
                .distinctBy(Card::ucid);
    }

    /** Returns one card. Whether the bank answers 404 or 422 for one that there is not is unknown. */
    public Card get(Ucid ucid) {
        return bank.call(GET).path("ucid", ucid).send();
    }

    /**
     * Blocks a card permanently: the bank's API cannot unblock it. To stop spending for a while,
     * set its limits to zero instead.
     *
     * @param comment may be empty
     */
    public void block(Ucid ucid, BlockReason reason, String comment) {
        bank.call(BLOCK)
                .path("ucid", ucid)
                .json(new BlockRequest(reason, comment))
                .send();
    }
}
