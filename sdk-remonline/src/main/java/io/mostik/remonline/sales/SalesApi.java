package io.mostik.remonline.sales;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import java.util.Map;
import java.util.Objects;

/**
 * Sales over the counter, to be read only. Obtained from {@code RemOnline.sales()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class SalesApi {

    private static final Endpoint<PageV2<Sale>> LIST =
            Endpoint.read("sales.list", "GET", "/sales", JsonType.envelope(PageV2.class, Sale.class));
    private static final Endpoint<Sale> GET = Endpoint.read("sales.get", "GET", "/sales/{id}", Sale.class);

    private final ApiClient api;
    private final ListStyle lists;

    SalesApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /** Returns the sales, 50 a page; nothing is sent until they are walked. */
    public Paged<Sale> list() {
        return Paged.numbered(
                        1,
                        page -> api.call(LIST)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Sale::id);
    }

    /**
     * Returns one sale, with its lines.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Sale get(long id) {
        return api.call(GET).path("id", id).send();
    }
}
