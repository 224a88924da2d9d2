package io.mostik.remonline.finance;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.internal.Acknowledged;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Cashboxes, which version 2 calls accounts. Only in the generation before version 2, which the vendor announced to
 * end on 2026-09-01; the client sends these calls there by itself. Obtained from {@code RemOnline.cashboxes()}.
 * Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class CashboxesApi {

    private static final Endpoint<Rows<Account>> LIST =
            Endpoint.read("cashboxes.list", "GET", "/cashbox/", JsonType.envelope(Rows.class, Account.class));
    private static final Endpoint<PageV1<CashMove>> REPORT = Endpoint.read(
            "cashboxes.report", "GET", "/cashbox/report/{id}", JsonType.envelope(PageV1.class, CashMove.class));
    // Money must not be booked twice.
    private static final Endpoint<Acknowledged> PAY =
            Endpoint.once("cashboxes.pay", "POST", "/cashbox/{id}/payment", Acknowledged.class);
    private static final Endpoint<Rows<Named>> ITEMS = Endpoint.read(
            "cashboxes.cashFlowItems", "GET", "/cashflowitems", JsonType.envelope(Rows.class, Named.class));

    private final ApiClient api;

    CashboxesApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns the cashboxes that the key may see. */
    public List<Account> list() {
        return api.call(LIST).send().list();
    }

    /**
     * Returns what went through a cashbox, 50 a page; nothing is sent until it is walked. Rows have no id: those
     * that move between pages meanwhile can come twice.
     */
    public Paged<CashMove> report(long id, CashReportQuery query) {
        return ListsV1.paged(() -> api.call(REPORT).path("id", id), query);
    }

    /** Books money. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcilePay} looks for it. */
    public void pay(long id, NewPayment payment) {
        api.call(PAY).path("id", id).json(payment).send();
    }

    /** Returns the items of cash flow. */
    public List<Named> cashFlowItems() {
        return api.call(ITEMS).send().list();
    }

    /**
     * Looks for what a {@code pay} whose outcome is {@code UNKNOWN} may have created: the rows of the report since, or
     * since the time that the payment itself names, with the same amount whatever its sign. Nothing found means that it
     * was not booked; anything found is for a person to judge, for rows have no id and amounts repeat.
     *
     * @param since when it was sent; looks from two minutes before, for clocks differ
     */
    public List<CashMove> reconcilePay(long id, NewPayment payment, Instant since) {
        CashReportQuery query = CashReportQuery.builder()
                .createdSince(Candidates.from(payment.createdAt().orElse(since)))
                .build();
        return whole().report(id, query).stream()
                .filter(row -> payment.payment().abs().compareTo(row.value().abs()) == 0)
                .toList();
    }

    /** A row left out would look like one that was never made. */
    private CashboxesApi whole() {
        return new CashboxesApi(api.withoutSkipping());
    }
}
