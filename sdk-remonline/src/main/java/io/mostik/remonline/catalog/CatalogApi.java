package io.mostik.remonline.catalog;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.internal.ListStyle;
import io.mostik.remonline.internal.PageV2;
import java.util.Map;
import java.util.Objects;

/**
 * The catalogue in version 2, to be read only; see {@code RemOnline.goods()} for writing. Obtained from {@code
 * RemOnline.catalog()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class CatalogApi {

    private static final Endpoint<PageV2<Product>> PRODUCTS = Endpoint.read(
            "catalog.products", "GET", "/catalog/products", JsonType.envelope(PageV2.class, Product.class));
    private static final Endpoint<Product> PRODUCT =
            Endpoint.read("catalog.product", "GET", "/catalog/products/{id}", Product.class);
    private static final Endpoint<PageV2<Category>> PRODUCT_CATEGORIES = Endpoint.read(
            "catalog.productCategories",
            "GET",
            "/catalog/products/categories",
            JsonType.envelope(PageV2.class, Category.class));
    private static final Endpoint<Category> PRODUCT_CATEGORY =
            Endpoint.read("catalog.productCategory", "GET", "/catalog/products/categories/{id}", Category.class);
    private static final Endpoint<PageV2<Service>> SERVICES = Endpoint.read(
            "catalog.services", "GET", "/catalog/services", JsonType.envelope(PageV2.class, Service.class));
    private static final Endpoint<Service> SERVICE =
            Endpoint.read("catalog.service", "GET", "/catalog/services/{id}", Service.class);
    private static final Endpoint<PageV2<Category>> SERVICE_CATEGORIES = Endpoint.read(
            "catalog.serviceCategories",
            "GET",
            "/catalog/services/categories",
            JsonType.envelope(PageV2.class, Category.class));
    private static final Endpoint<Category> SERVICE_CATEGORY =
            Endpoint.read("catalog.serviceCategory", "GET", "/catalog/services/categories/{id}", Category.class);
    private static final Endpoint<PageV2<Bundle>> BUNDLES =
            Endpoint.read("catalog.bundles", "GET", "/catalog/bundles", JsonType.envelope(PageV2.class, Bundle.class));
    private static final Endpoint<Bundle> BUNDLE =
            Endpoint.read("catalog.bundle", "GET", "/catalog/bundles/{id}", Bundle.class);

    private final ApiClient api;
    private final ListStyle lists;

    CatalogApi(ApiClient api, ListStyle lists) {
        this.api = Objects.requireNonNull(api, "api");
        this.lists = Objects.requireNonNull(lists, "lists");
    }

    /** Returns the products, 50 a page; nothing is sent until they are walked. */
    public Paged<Product> products() {
        return Paged.numbered(
                        1,
                        page -> api.call(PRODUCTS)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Product::id);
    }

    /**
     * Returns one product.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Product product(long id) {
        return api.call(PRODUCT).path("id", id).send();
    }

    /** Returns the categories of products, 50 a page; nothing is sent until they are walked. */
    public Paged<Category> productCategories() {
        return Paged.numbered(
                        1,
                        page -> api.call(PRODUCT_CATEGORIES)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Category::id);
    }

    /**
     * Returns one category of products.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Category productCategory(long id) {
        return api.call(PRODUCT_CATEGORY).path("id", id).send();
    }

    /** Returns the services, 50 a page; nothing is sent until they are walked. */
    public Paged<Service> services() {
        return Paged.numbered(
                        1,
                        page -> api.call(SERVICES)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Service::id);
    }

    /**
     * Returns one service.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Service service(long id) {
        return api.call(SERVICE).path("id", id).send();
    }

    /** Returns the categories of services, 50 a page; nothing is sent until they are walked. */
    public Paged<Category> serviceCategories() {
        return Paged.numbered(
                        1,
                        page -> api.call(SERVICE_CATEGORIES)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Category::id);
    }

    /**
     * Returns one category of services.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Category serviceCategory(long id) {
        return api.call(SERVICE_CATEGORY).path("id", id).send();
    }

    /** Returns the bundles, 50 a page; nothing is sent until they are walked. */
    public Paged<Bundle> bundles() {
        return Paged.numbered(
                        1,
                        page -> api.call(BUNDLES)
                                .query("page", page)
                                .queries(lists.write(Map.of()))
                                .send()
                                .toPage(page))
                .distinctBy(Bundle::id);
    }

    /**
     * Returns one bundle. The vendor documents the title of this call only.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Bundle bundle(long id) {
        return api.call(BUNDLE).path("id", id).send();
    }
}
