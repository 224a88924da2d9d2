package io.mostik.bankcards.tbank.company;

import io.mostik.bankcards.tbank.internal.BankClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.json.JsonType;
import java.util.List;
import java.util.Objects;

/**
 * Accounts of the company. Obtained from {@code TBank.accounts()}. Thread-safe.
 *
 * @see <a href="https://developer.tbank.ru/docs/api/get-api-v-4-bank-accounts">the bank's reference</a>
 */
public final class AccountsApi {

    private static final Endpoint<List<Account>> LIST = Endpoint.read(
                    "accounts.list", "GET", "/api/v4/bank-accounts", JsonType.listOf(Account.class))
            .limit(RateLimit.perSecond(6));

    private final BankClient bank;

    AccountsApi(BankClient bank) {
        this.bank = Objects.requireNonNull(bank, "bank");
    }

    /** Returns the accounts, without those for investments. */
    public List<Account> list() {
        return list(false);
    }

    /**
     * Returns the accounts.
     *
     * @param withInvest whether those for investments are wanted too
     */
    public List<Account> list(boolean withInvest) {
        return bank.call(LIST).query("withInvest", Boolean.toString(withInvest)).send();
    }
}
