package io.mostik.remonline.catalog;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.Unit;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.OldLists;
import io.mostik.remonline.internal.OldPage;
import io.mostik.remonline.internal.One;
import io.mostik.remonline.internal.Rows;
import java.util.List;
import java.util.Objects;

/**
 * The catalogue of the generation before, where products and services can be written, price lists and units read.
 * Only in the generation before version 2, which the vendor announced to end on 2026-09-01; the client sends these
 * calls there by itself. Obtained from {@code RemOnline.goods()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class GoodsApi {

    private static final Endpoint<OldPage<Product>> PRODUCTS =
            Endpoint.read("goods.products", "GET", "/products/", JsonType.envelope(OldPage.class, Product.class));
    private static final Endpoint<One<Product>> PRODUCT =
            Endpoint.read("goods.product", "GET", "/products/{id}", JsonType.envelope(One.class, Product.class));
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE_PRODUCT =
            Endpoint.once("goods.createProduct", "POST", "/products/", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE_PRODUCT =
            Endpoint.once("goods.updateProduct", "PUT", "/products/{id}");
    private static final Endpoint<OldPage<Service>> SERVICES =
            Endpoint.read("goods.services", "GET", "/services/", JsonType.envelope(OldPage.class, Service.class));
    private static final Endpoint<One<Service>> SERVICE =
            Endpoint.read("goods.service", "GET", "/services/{id}", JsonType.envelope(One.class, Service.class));
    private static final Endpoint<Created> CREATE_SERVICE =
            Endpoint.once("goods.createService", "POST", "/services/", Created.class);
    private static final Endpoint<NoAnswer> UPDATE_SERVICE =
            Endpoint.once("goods.updateService", "PUT", "/services/{id}");
    private static final Endpoint<Rows<Category>> SERVICE_CATEGORIES = Endpoint.read(
            "goods.serviceCategories", "GET", "/services/categories/", JsonType.envelope(Rows.class, Category.class));
    private static final Endpoint<Rows<Named>> PRICE_LISTS =
            Endpoint.read("goods.priceLists", "GET", "/margins/", JsonType.envelope(Rows.class, Named.class));
    private static final Endpoint<Rows<Unit>> UNITS =
            Endpoint.read("goods.units", "GET", "/catalogs/uoms", JsonType.envelope(Rows.class, Unit.class));
    private static final Endpoint<Rows<Bundle>> BUNDLES =
            Endpoint.read("goods.bundles", "GET", "/bundles/", JsonType.envelope(Rows.class, Bundle.class));
    private static final Endpoint<Rows<BundleEntity>> BUNDLE_ENTITIES = Endpoint.read(
            "goods.bundleEntities",
            "GET",
            "/bundles/{id}/entities/",
            JsonType.envelope(Rows.class, BundleEntity.class));

    private final ApiClient api;

    /** Creates the API over an engine; use {@code RemOnline.goods()}. */
    public GoodsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns the products that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Product> products(GoodsQuery query) {
        return OldLists.paged(() -> api.call(PRODUCTS), query, Product::id);
    }

    /**
     * Returns one product.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public Product product(long id) {
        return api.call(PRODUCT).path("id", id).send().value();
    }

    /** Makes a product. Never sent twice: after a failure with {@code UNKNOWN}, {@link #reconcileProduct} looks for it. */
    public Created createProduct(NewProduct product) {
        return api.call(CREATE_PRODUCT).json(product).send();
    }

    /**
     * Changes a product. Never sent twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public void updateProduct(long id, NewProduct product) {
        api.call(UPDATE_PRODUCT).path("id", id).json(product).send();
    }

    /**
     * Returns the services that a query finds, 50 a page; nothing is sent until they are walked.
     *
     * @throws IllegalArgumentException if the query names articles: services have none
     */
    public Paged<Service> services(GoodsQuery query) {
        if (!query.articles().isEmpty()) {
            throw new IllegalArgumentException("articles does not restrict services");
        }
        return OldLists.paged(() -> api.call(SERVICES), query, Service::id);
    }

    /**
     * Returns one service.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public Service service(long id) {
        return api.call(SERVICE).path("id", id).send().value();
    }

    /** Makes a service. Never sent twice: after a failure with {@code UNKNOWN}, {@link #reconcileService} looks for it. */
    public Created createService(NewService service) {
        return api.call(CREATE_SERVICE).json(service).send();
    }

    /**
     * Changes a service. Never sent twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public void updateService(long id, NewService service) {
        api.call(UPDATE_SERVICE).path("id", id).json(service).send();
    }

    /** Returns the categories of services. */
    public List<Category> serviceCategories() {
        return api.call(SERVICE_CATEGORIES).send().list();
    }

    /** Returns the price lists; prices are keyed by their ids. */
    public List<Named> priceLists() {
        return api.call(PRICE_LISTS).send().list();
    }

    /** Returns the units of measure. */
    public List<Unit> units() {
        return api.call(UNITS).send().list();
    }

    /** Returns the bundles. */
    public List<Bundle> bundles() {
        return api.call(BUNDLES).send().list();
    }

    /**
     * Returns the parts of a bundle.
     *
     * @throws io.mostik.core.NotFoundException if there is nothing with this id
     */
    public List<BundleEntity> bundleEntities(long id) {
        return api.call(BUNDLE_ENTITIES).path("id", id).send().list();
    }

    /**
     * Looks for what came of a {@code createProduct} whose outcome is {@code UNKNOWN}: the products of the very name; those
     * alone that have the very article, if there are any. One of before may be among them, for names may repeat.
     */
    public List<Product> reconcileProduct(NewProduct product) {
        GoodsQuery query = GoodsQuery.builder().title(product.title()).build();
        return Candidates.of(products(query).toList(), found -> Candidates.kept(product.article(), found.sku()));
    }

    /**
     * Looks for what came of a {@code createService} whose outcome is {@code UNKNOWN}: the services of the very name. One of
     * before may be among them, for names may repeat.
     */
    public List<Service> reconcileService(NewService service) {
        return services(GoodsQuery.builder().title(service.title()).build()).toList();
    }
}
