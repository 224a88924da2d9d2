package io.mostik.remonline.catalog;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.common.CustomFieldStyle;
import io.mostik.remonline.common.Named;
import io.mostik.remonline.common.Unit;
import io.mostik.remonline.internal.Acknowledged;
import io.mostik.remonline.internal.Candidates;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.Rows;
import io.mostik.remonline.internal.SingleResult;
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

    private static final Endpoint<PageV1<Product>> PRODUCTS =
            Endpoint.read("goods.products", "GET", "/products/", JsonType.envelope(PageV1.class, Product.class));
    private static final Endpoint<SingleResult<Product>> PRODUCT = Endpoint.read(
            "goods.product", "GET", "/products/{id}", JsonType.envelope(SingleResult.class, Product.class));
    // No key makes a write idempotent here: sent twice, the vendor would make two.
    private static final Endpoint<Created> CREATE_PRODUCT =
            Endpoint.once("goods.createProduct", "POST", "/products/", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<Acknowledged> UPDATE_PRODUCT =
            Endpoint.once("goods.updateProduct", "PUT", "/products/{id}", Acknowledged.class);
    private static final Endpoint<PageV1<Service>> SERVICES =
            Endpoint.read("goods.services", "GET", "/services/", JsonType.envelope(PageV1.class, Service.class));
    private static final Endpoint<SingleResult<Service>> SERVICE = Endpoint.read(
            "goods.service", "GET", "/services/{id}", JsonType.envelope(SingleResult.class, Service.class));
    private static final Endpoint<Created> CREATE_SERVICE =
            Endpoint.once("goods.createService", "POST", "/services/", Created.class);
    private static final Endpoint<Acknowledged> UPDATE_SERVICE =
            Endpoint.once("goods.updateService", "PUT", "/services/{id}", Acknowledged.class);
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
    private final CustomFieldStyle ownFields;

    GoodsApi(ApiClient api, CustomFieldStyle ownFields) {
        this.api = Objects.requireNonNull(api, "api");
        this.ownFields = Objects.requireNonNull(ownFields, "ownFields");
    }

    /**
     * Returns the products that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Product> products(GoodsQuery query) {
        return ListsV1.paged(() -> api.call(PRODUCTS), query, Product::id);
    }

    /**
     * Returns one product.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Product product(long id) {
        return api.call(PRODUCT).path("id", id).send().value();
    }

    /** Makes a product. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileProduct} looks for it. */
    public Created createProduct(NewProduct product) {
        return api.call(CREATE_PRODUCT).json(ownFields.write(product)).send();
    }

    /**
     * Changes a product. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void updateProduct(long id, NewProduct product) {
        api.call(UPDATE_PRODUCT).path("id", id).json(ownFields.write(product)).send();
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
        return ListsV1.paged(() -> api.call(SERVICES), query, Service::id);
    }

    /**
     * Returns one service.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Service service(long id) {
        return api.call(SERVICE).path("id", id).send().value();
    }

    /** Makes a service. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileService} looks for it. */
    public Created createService(NewService service) {
        return api.call(CREATE_SERVICE).json(service).send();
    }

    /**
     * Changes a service. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
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
     * Looks for what a {@code createProduct} whose outcome is {@code UNKNOWN} may have created: the products with the
     * same name, or only those with the same article if there are any. Older products may be among them, because names
     * may repeat.
     */
    public List<Product> reconcileProduct(NewProduct product) {
        GoodsQuery query = GoodsQuery.builder().title(product.title()).build();
        return Candidates.of(
                whole().products(query).toList(), found -> Candidates.kept(product.article(), found.sku()));
    }

    /**
     * Looks for what a {@code createService} whose outcome is {@code UNKNOWN} may have created: the services with the
     * same name. Older services may be among them, because names may repeat.
     */
    public List<Service> reconcileService(NewService service) {
        return whole().services(GoodsQuery.builder().title(service.title()).build())
                .toList();
    }

    /** A row left out would look like one that was never made. */
    private GoodsApi whole() {
        return new GoodsApi(api.withoutSkipping(), ownFields);
    }
}
