package io.mostik.remonline.invoices;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.DatedRows;
import io.mostik.remonline.internal.FilterCheck;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.orders.OrderStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Invoices; the vendor documents no way to make them. Obtained from {@code RemOnline.invoices()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class InvoicesApi {

    private static final Endpoint<PageV2<Invoice>> LIST =
            Endpoint.read("invoices.list", "GET", "/invoices", JsonType.envelope(PageV2.class, Invoice.class));
    private static final Endpoint<Invoice> GET = Endpoint.read("invoices.get", "GET", "/invoices/{id}", Invoice.class);
    private static final Endpoint<Rows<InvoiceItem>> ITEMS = Endpoint.read(
            "invoices.items", "GET", "/invoices/{id}/items", JsonType.envelope(Rows.class, InvoiceItem.class));
    private static final Endpoint<Rows<OrderStatus>> STATUSES = Endpoint.read(
            "invoices.statuses", "GET", "/invoices/statuses", JsonType.envelope(Rows.class, OrderStatus.class));

    private static final FilterCheck<Invoice> CHECK = new FilterCheck<>(
            "invoices.list",
            () -> Map.of(
                    "ids",
                    invoice -> Optional.of(invoice.id()),
                    "managers",
                    invoice -> FilterCheck.boxed(invoice.managerId()),
                    "client_ids",
                    invoice -> invoice.client().map(Named::id),
                    "payer_ids",
                    invoice -> invoice.payer().map(Named::id),
                    "created_at",
                    Invoice::createdAt,
                    "modified_at",
                    Invoice::modifiedAt,
                    "issue_date",
                    Invoice::issueDate,
                    "due_date",
                    Invoice::dueDate));

    private final ApiClient api;
    private final ListStyle lists;

    InvoicesApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /**
     * Returns one invoice.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Invoice get(long id) {
        return api.call(GET).path("id", id).send();
    }

    /**
     * Returns the invoices that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location. Rows that move between pages meanwhile come once.
     */
    public Paged<Invoice> list(InvoiceQuery query) {
        return Filters.paged(
                lists.filters(query),
                Invoice::id,
                (filters, page) -> CHECK.checked(
                        filters,
                        api.call(LIST)
                                .query("page", page)
                                .queries(filters)
                                .send()
                                .toPage(page)));
    }

    /**
     * Returns the lines.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<InvoiceItem> items(long id) {
        return api.call(ITEMS).path("id", id).send().list();
    }

    /** Returns the statuses of this account. */
    public List<OrderStatus> statuses() {
        return api.call(STATUSES).send().list();
    }

    /**
     * Returns one page of the invoices changed in a range. The filter is documented; that {@code sort} takes
     * {@code modified_at} is inferred from orders and people, so they may come in another order: {@code RemOnlineFeeds}
     * walks the pages without loss either way.
     *
     * @param range its ends included, to the second
     * @param page number from 1
     * @throws io.mostik.core.DecodingException if a row does not say when it was changed
     */
    public Page<Invoice> changed(TimeRange range, int page) {
        return DatedRows.of(
                api.call(LIST).query("page", page).queries(lists.changedIn(range)),
                page,
                "invoices.list",
                Invoice::modifiedAt);
    }
}
