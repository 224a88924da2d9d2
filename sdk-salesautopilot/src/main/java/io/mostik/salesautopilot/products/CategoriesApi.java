package io.mostik.salesautopilot.products;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.CategoryId;
import io.mostik.salesautopilot.internal.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The categories of the catalogue. Obtained from {@code SalesAutopilot.categories()}. Thread-safe. */
public final class CategoriesApi {

    private static final Endpoint<Json> LIST =
            Endpoint.read("categories.list", "GET", "/listprodcategories", Json.class);
    private static final Endpoint<Json> GET =
            Endpoint.read("categories.find", "GET", "/listprodcategories/{id}", Json.class);
    private static final Endpoint<Json> CREATE =
            Endpoint.once("categories.create", "POST", "/createprodcategory", Json.class);
    private static final Endpoint<Json> UPDATE =
            Endpoint.repeatable("categories.update", "POST", "/modprodcategory/{id}", Json.class);
    // By GET, and still a change; deleting twice is deleting.
    private static final Endpoint<Json> DELETE =
            Endpoint.repeatable("categories.delete", "GET", "/delprodcategory/{id}", Json.class);

    private final ApiClient api;

    CategoriesApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns all categories. */
    public List<Category> list() {
        return Answer.of(LIST, api.call(LIST)).list(Category.class);
    }

    /** Returns a category, if there is one. */
    public Optional<Category> find(CategoryId id) {
        return Answer.of(GET, api.call(GET).path("id", id)).one(Category.class);
    }

    /**
     * Adds a category and returns its id. After a lost answer, look for its name in {@link #list}.
     *
     * @throws io.mostik.core.ApiException if the vendor does not take it
     */
    public CategoryId create(String name) {
        return CategoryId.of(Answer.of(CREATE, api.call(CREATE).json(body(name, OptionalInt.empty())))
                .positive());
    }

    /** Renames a category and perhaps moves it, and returns whether the vendor says that it did. */
    public boolean update(CategoryId id, String name, OptionalInt order) {
        return Answer.of(UPDATE, api.call(UPDATE).path("id", id).json(body(name, order)))
                .flag();
    }

    /** Deletes a category, and returns whether the vendor says that it did; false if it was gone, as after a repeat. */
    public boolean delete(CategoryId id) {
        return Answer.of(DELETE, api.call(DELETE).path("id", id)).flag();
    }

    private static Map<String, Object> body(String name, OptionalInt order) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("prodcat_name", Objects.requireNonNull(name, "name"));
        order.ifPresent(place -> body.put("prodcat_order", place));
        return body;
    }
}
