package io.mostik.remonline.finance;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import java.util.Map;
import java.util.Objects;

/**
 * Accounts of money and their transactions in version 2. Obtained from {@code RemOnline.finance()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class FinanceApi {

    private static final Endpoint<PageV2<Account>> ACCOUNTS = Endpoint.read(
            "finance.accounts", "GET", "/finance/accounts", JsonType.envelope(PageV2.class, Account.class));
    private static final Endpoint<Account> ACCOUNT =
            Endpoint.read("finance.account", "GET", "/finance/accounts/{id}", Account.class);
    // Money must not be booked twice.
    private static final Endpoint<Created> CREATE_TRANSACTION =
            Endpoint.once("finance.createTransaction", "POST", "/finance/accounts/{id}/transactions", Created.class);
    // The second time would report "not found" for what has been done.
    private static final Endpoint<NoAnswer> DELETE_TRANSACTION =
            Endpoint.once("finance.deleteTransaction", "DELETE", "/finance/accounts/{id}/transactions/{transaction}");

    private final ApiClient api;
    private final ListStyle lists;

    FinanceApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /** Returns the accounts that the key may see, 50 a page; nothing is sent until they are walked. */
    public Paged<Account> accounts() {
        return Paged.numbered(
                        1,
                        page -> api.call(ACCOUNTS)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Account::id);
    }

    /**
     * Returns one account.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Account account(long id) {
        return api.call(ACCOUNT).path("id", id).send();
    }

    /**
     * Books money. Known from a live client. Never done twice: version 2 documents no way to read transactions
     * back, so after a failure with {@code UNKNOWN} look in the web application.
     *
     * @param id of the account
     */
    public Created createTransaction(long id, NewTransaction transaction) {
        return api.call(CREATE_TRANSACTION).path("id", id).json(transaction).send();
    }

    /**
     * Removes a transaction. Known from a live client. Never done twice: after a failure with {@code UNKNOWN},
     * look before trying again.
     *
     * @param id of the account
     */
    public void deleteTransaction(long id, long transactionId) {
        api.call(DELETE_TRANSACTION)
                .path("id", id)
                .path("transaction", transactionId)
                .send();
    }
}
