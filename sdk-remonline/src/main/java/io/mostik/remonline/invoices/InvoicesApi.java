package io.mostik.remonline.invoices;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.ArrayStyle;
import io.mostik.remonline.internal.Filters;
import io.mostik.remonline.internal.RoPage;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.orders.OrderStatus;
import java.util.List;
import java.util.Objects;

/**
 * Invoices; the vendor documents no way to make them. Obtained from {@code RemOnline.invoices()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class InvoicesApi {

    private static final Endpoint<RoPage<Invoice>> LIST =
            Endpoint.read("invoices.list", "GET", "/invoices", JsonType.envelope(RoPage.class, Invoice.class));
    private static final Endpoint<Invoice> GET = Endpoint.read("invoices.get", "GET", "/invoices/{id}", Invoice.class);
    private static final Endpoint<Rows<InvoiceItem>> ITEMS = Endpoint.read(
            "invoices.items", "GET", "/invoices/{id}/items", JsonType.envelope(Rows.class, InvoiceItem.class));
    private static final Endpoint<Rows<OrderStatus>> STATUSES = Endpoint.read(
            "invoices.statuses", "GET", "/invoices/statuses", JsonType.envelope(Rows.class, OrderStatus.class));

    private static final JsonCodec NAMES =
            JsonCodec.builder().snakeCase().wholeSeconds().build();

    private final ApiClient api;
    private final ArrayStyle arrays;

    /** Creates the API over an engine; use {@code RemOnline.invoices()}. */
    public InvoicesApi(ApiClient api, ArrayStyle arrays) {
        this.api = Objects.requireNonNull(api, "api");
        this.arrays = Objects.requireNonNull(arrays, "arrays");
    }

    /**
     * Returns one invoice.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
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
                arrays.write(NAMES.fields(query)),
                Invoice::id,
                (filters, page) -> api.call(LIST)
                        .query("page", page)
                        .queries(filters)
                        .send()
                        .toPage());
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
}
