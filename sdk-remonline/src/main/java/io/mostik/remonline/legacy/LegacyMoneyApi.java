package io.mostik.remonline.legacy;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.invoices.Invoice;
import java.util.Objects;

/**
 * Invoices and sales of version 1.0, to be read only; cashboxes have an API of their own. Obtained from {@code
 * RemOnlineLegacy.money()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class LegacyMoneyApi {

    private static final Endpoint<PageV1<Invoice>> INVOICES =
            Endpoint.read("legacy.money.invoices", "GET", "/invoice/", JsonType.envelope(PageV1.class, Invoice.class));
    private static final Endpoint<PageV1<LegacySale>> SALES = Endpoint.read(
            "legacy.money.sales", "GET", "/retail/sales/", JsonType.envelope(PageV1.class, LegacySale.class));

    private final ApiClient api;

    LegacyMoneyApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns the invoices that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Invoice> invoices(LegacyInvoiceQuery query) {
        return ListsV1.paged(() -> api.call(INVOICES), query, Invoice::id);
    }

    /**
     * Returns the sales over the counter that a query finds, 50 a page; nothing is sent until they are walked. An empty
     * list can mean that the key may not see the location.
     */
    public Paged<LegacySale> sales(LegacySaleQuery query) {
        return ListsV1.paged(() -> api.call(SALES), query, LegacySale::id);
    }
}
