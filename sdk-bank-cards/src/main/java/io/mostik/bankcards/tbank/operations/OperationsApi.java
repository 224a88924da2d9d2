package io.mostik.bankcards.tbank.operations;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.internal.AccountNumbers;
import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.Paged;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Operations on accounts. Obtained from {@code TBank.operations()}. The shape of an operation is known from clients in
 * public. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/get-api-v-1-statement">the bank's reference</a>
 */
public final class OperationsApi {

    private static final Endpoint<StatementPage> STATEMENT = Endpoint.read(
                    "operations.statement", "GET", "/api/v1/statement", StatementPage.class)
            .limit(RateLimit.perSecond(20));
    private static final Endpoint<LegacyOperations> PAST = Endpoint.read(
                    "operations.past", "GET", "/api/v1/account-operations", LegacyOperations.class)
            .limit(RateLimit.perSecond(3));

    private final BankClient bank;

    OperationsApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Returns the operations of an account, page by page; nothing is sent until they are walked. */
    public Paged<Operation> statement(StatementQuery query) {
        return Paged.of(
                "",
                cursor -> bank.call(STATEMENT)
                        .queries(query)
                        .query("cursor", Optional.of(cursor).filter(text -> !text.isEmpty()))
                        .send()
                        .toPage());
    }

    /** Returns the balances at both ends of a period; empty if the bank tells none. */
    public Optional<Balances> balances(StatementQuery query) {
        return bank.call(STATEMENT)
                .queries(query)
                .query("withBalances", "true")
                .send()
                .balances();
    }

    /**
     * Returns the operations of one card. The bank cannot ask for a card, so the whole statement of the account is
     * walked, and the operations of the card are kept. Nothing is sent until the stream is used.
     */
    public Stream<Operation> ofCard(Ucid ucid, StatementQuery query) {
        return statement(query).stream()
                .filter(operation -> operation.card().filter(ucid::equals).isPresent());
    }

    /**
     * Returns the operations of an account, perhaps of one card, in one answer. More than 10 000 are refused with
     * {@code TOO_MANY_OPERATIONS}: ask for a shorter time.
     *
     * @param from inclusive
     * @param till exclusive
     * @deprecated by the bank; use {@link #statement} or {@link #ofCard}
     */
    @Deprecated
    public List<LegacyOperation> past(String accountNumber, Optional<Ucid> ucid, Instant from, Instant till) {
        return bank.call(PAST)
                .query("accountNumber", AccountNumbers.check(accountNumber))
                .query("ucid", ucid)
                .query("from", from)
                .query("till", till)
                .send()
                .rows();
    }
}
