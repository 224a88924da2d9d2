package io.mostik.bankcards.tbank;

import io.mostik.bankcards.tbank.cards.CardsApi;
import io.mostik.bankcards.tbank.company.AccountsApi;
import io.mostik.bankcards.tbank.company.CompanyApi;
import io.mostik.bankcards.tbank.identification.IdentificationApi;
import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.bankcards.tbank.limits.LimitsApi;
import io.mostik.bankcards.tbank.operations.OperationsApi;
import io.mostik.bankcards.tbank.virtualcards.VirtualCardsApi;
import io.mostik.bankcards.tbank.webhooks.WebhooksApi;
import io.mostik.core.http.CallOptions;
import java.time.Duration;
import java.util.Objects;

/**
 * The client of T-Bank's business API for company cards. One per token, thread-safe, cheap; close it at the end. Keeps to
 * the bank's limit of each method, together with all other clients of the same token in the same runtime.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/biznes-karti">the bank's reference</a>
 */
public final class TBank implements AutoCloseable {

    private final BankClient bank;

    TBank(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Returns a builder for the bank itself; the token is yet to be said. */
    public static TBankBuilder builder() {
        return new TBankBuilder();
    }

    /** Returns the cards. */
    public CardsApi cards() {
        return new CardsApi(bank);
    }

    /** Returns the limits of cards. */
    public LimitsApi limits() {
        return new LimitsApi(bank);
    }

    /** Returns the virtual cards: issue, reissue, requisites. */
    public VirtualCardsApi virtualCards() {
        return new VirtualCardsApi(bank);
    }

    /** Returns the identification of employees; experimental. */
    public IdentificationApi identification() {
        return new IdentificationApi(bank);
    }

    /** Returns the operations on accounts and by card. */
    public OperationsApi operations() {
        return new OperationsApi(bank);
    }

    /** Returns the accounts of the company. */
    public AccountsApi accounts() {
        return new AccountsApi(bank);
    }

    /** Returns the company behind the token. */
    public CompanyApi company() {
        return new CompanyApi(bank);
    }

    /** Returns the subscriptions to what the bank reports. */
    public WebhooksApi webhooks() {
        return new WebhooksApi(bank);
    }

    /** Returns a view of this client whose calls have these options; the request id travels as {@code X-Request-Id}. */
    public TBank with(CallOptions options) {
        return new TBank(bank.with(options));
    }

    /**
     * Returns how long one call of this client can last at most, with all repeats: the deadline of its
     * {@code CallOptions}; without one the 60 seconds of a write, or {@code http.deadline} if that is longer.
     */
    public Duration longestCall() {
        return bank.longestCall();
    }

    /** Ends the calls under way as cancelled, and refuses new ones. */
    @Override
    public void close() {
        bank.close();
    }
}
