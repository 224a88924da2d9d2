package io.mostik.salesautopilot.products;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.ProductId;
import io.mostik.salesautopilot.internal.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The products of the catalogue. Obtained from {@code SalesAutopilot.products()}. Thread-safe. */
public final class ProductsApi {

    private static final Endpoint<Json> CREATE = Endpoint.once("products.create", "POST", "/createproduct", Json.class);
    private static final Endpoint<Json> UPDATE =
            Endpoint.repeatable("products.update", "POST", "/modifyproduct/{id}", Json.class);
    // Where the article number itself is changed, the second time would find nothing.
    private static final Endpoint<Json> UPDATE_BY_SKU =
            Endpoint.once("products.updateBySku", "POST", "/modifyproduct/sku/{sku}", Json.class);
    private static final Endpoint<Json> DELETE =
            Endpoint.repeatable("products.delete", "DELETE", "/deleteproduct/{id}", Json.class);
    private static final Endpoint<Json> GET = Endpoint.read("products.find", "GET", "/getproduct/{id}", Json.class);
    private static final Endpoint<Json> LIST = Endpoint.read("products.list", "GET", "/listproducts", Json.class);

    private final ApiClient api;

    ProductsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns all products. */
    public List<Product> list() {
        return Answer.of(LIST, api.call(LIST)).list(Product.class);
    }

    /** Returns a product, if there is one. */
    public Optional<Product> find(ProductId id) {
        return Answer.of(GET, api.call(GET).path("id", id)).one(Product.class);
    }

    /**
     * Adds a product and returns its id. After a lost answer, look for its article number in {@link #list}.
     *
     * @throws io.mostik.core.ApiException if the vendor does not take it
     */
    public ProductId create(NewProduct product) {
        return ProductId.of(Answer.of(CREATE, api.call(CREATE).json(product)).positive());
    }

    /** Changes a product, and returns whether the vendor says that it did. */
    public boolean update(ProductId id, ProductUpdate change) {
        return Answer.of(UPDATE, api.call(UPDATE).path("id", id).json(change)).flag();
    }

    /** Changes the product of an article number, and returns whether the vendor says that it did. */
    public boolean updateBySku(String sku, ProductUpdate change) {
        return Answer.of(UPDATE_BY_SKU, api.call(UPDATE_BY_SKU).path("sku", sku).json(change))
                .flag();
    }

    /** Deletes a product, and returns whether the vendor says that it did; false if it was gone, as after a repeat. */
    public boolean delete(ProductId id) {
        return Answer.of(DELETE, api.call(DELETE).path("id", id)).flag();
    }
}
