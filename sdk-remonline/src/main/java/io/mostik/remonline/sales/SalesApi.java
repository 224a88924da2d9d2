package io.mostik.remonline.sales;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.internal.RoPage;
import java.util.Objects;

/**
 * Sales over the counter, to be read only. Obtained from {@code RemOnline.sales()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class SalesApi {

    private static final Endpoint<RoPage<Sale>> LIST =
            Endpoint.read("sales.list", "GET", "/sales", JsonType.envelope(RoPage.class, Sale.class));
    private static final Endpoint<Sale> GET = Endpoint.read("sales.get", "GET", "/sales/{id}", Sale.class);

    private final ApiClient api;

    /** Creates the API over an engine; use {@code RemOnline.sales()}. */
    public SalesApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns the sales, 50 a page; nothing is sent until they are walked. */
    public Paged<Sale> list() {
        return Paged.numbered(
                        1, page -> api.call(LIST).query("page", page).send().toPage())
                .distinctBy(Sale::id);
    }

    /**
     * Returns one sale, with its lines.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public Sale get(long id) {
        return api.call(GET).path("id", id).send();
    }
}
