package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.RequestReader;
import io.mostik.testing.salesautopilot.Catalogue.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The products of the catalogue, and their categories. */
record ProductCalls(Catalogue catalogue, Replies replies) {

    private static final List<String> FIELDS =
            List.of("prod_name", "prod_price", "prod_vat_percent", "prod_currency", "prod_sku");
    private static final Set<String> CURRENCIES = Set.of("EUR", "USD", "HUF");

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .post("/createproduct", this::create)
                .post("/modifyproduct/{id}", ask -> change(ask, byId(ask)))
                .post("/modifyproduct/sku/{sku}", ask -> change(ask, catalogue.productOf(ask.path("sku"))))
                .delete("/deleteproduct/{id}", ask -> replies.flag(catalogue.products.remove(ask.id("id"))))
                .get("/getproduct/{id}", ask -> replies.one(byId(ask).map(catalogue::wire)))
                .get(
                        "/listproducts",
                        ask -> replies.many(
                                catalogue.products.stream().map(catalogue::wire).toList()))
                .get("/listprodcategories", ask -> replies.many(List.copyOf(catalogue.categories.values())))
                .get("/listprodcategories/{id}", ask -> replies.one(category(ask)))
                .post("/createprodcategory", this::createCategory)
                .post("/modprodcategory/{id}", this::changeCategory)
                .get("/delprodcategory/{id}", ask -> replies.flag(catalogue.categories.remove(ask.id("id")) != null));
    }

    private Answer create(RequestReader ask) {
        JsonNode body = ask.object();
        FIELDS.forEach(name -> Parameters.filled(body, name));
        return replies.scalar(catalogue.add(fields(body), categories(body)).id());
    }

    private Answer change(RequestReader ask, Optional<Product> found) {
        JsonNode body = ask.object();
        Map<String, String> fields = fields(body);
        List<Long> categories = categories(body);
        found.ifPresent(product -> {
            product.fields().putAll(fields);
            if (body.has("prodcat_ids")) {
                product.categories().clear();
                product.categories().addAll(categories);
            }
        });
        return replies.flag(found.isPresent());
    }

    private Optional<Product> byId(RequestReader ask) {
        return catalogue.products.find(ask.id("id"));
    }

    private List<Long> categories(JsonNode body) {
        List<Long> categories = new ArrayList<>();
        for (JsonNode id : body.path("prodcat_ids")) {
            if (!catalogue.categories.containsKey(id.asLong())) {
                throw Dialect.wrongParameters("unknown category");
            }
            categories.add(id.asLong());
        }
        return categories;
    }

    /** Reads what is there; a price without a currency keeps the one that the product has. */
    private static Map<String, String> fields(JsonNode body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : FIELDS) {
            if (body.has(name)) {
                fields.put(name, Parameters.filled(body, name));
            }
        }
        for (String number : List.of("prod_price", "prod_vat_percent")) {
            if (body.has(number)) {
                Parameters.number(body, number);
            }
        }
        if (!CURRENCIES.contains(fields.getOrDefault("prod_currency", "HUF"))) {
            throw Dialect.wrongParameters("prod_currency");
        }
        return fields;
    }

    private Answer createCategory(RequestReader ask) {
        return replies.scalar(catalogue.addCategory(Parameters.filled(ask.object(), "prodcat_name")));
    }

    private Answer changeCategory(RequestReader ask) {
        JsonNode body = ask.object();
        String name = Parameters.filled(body, "prodcat_name");
        Optional<Map<String, Object>> found = category(ask);
        found.ifPresent(category -> category.put("prodcat_name", name));
        if (body.has("prodcat_order")) {
            found.ifPresent(category -> category.put(
                    "prodcat_order", Parameters.number(body, "prodcat_order").toPlainString()));
        }
        return replies.flag(found.isPresent());
    }

    private Optional<Map<String, Object>> category(RequestReader ask) {
        return Optional.ofNullable(catalogue.categories.get(ask.id("id")));
    }
}
