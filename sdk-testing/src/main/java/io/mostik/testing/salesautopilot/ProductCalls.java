package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The products of the catalogue. */
final class ProductCalls {

    private static final List<String> FIELDS =
            List.of("prod_name", "prod_price", "prod_vat_percent", "prod_currency", "prod_sku");
    private static final Set<String> CURRENCIES = Set.of("EUR", "USD", "HUF");

    private final Catalogue catalogue;
    private final Replies replies;

    ProductCalls(Catalogue catalogue, Replies replies) {
        this.catalogue = catalogue;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/createproduct", this::create)
                .on("POST", "/modifyproduct/{id}", (request, path) -> change(request, byId(path)))
                .on(
                        "POST",
                        "/modifyproduct/sku/{sku}",
                        (request, path) -> change(request, catalogue.productOf(path.getOrDefault("sku", ""))))
                .on(
                        "DELETE",
                        "/deleteproduct/{id}",
                        (request, path) -> replies.flag(catalogue.remove(Parameters.id(path, "id"))))
                .on(
                        "GET",
                        "/getproduct/{id}",
                        (request, path) -> replies.one(byId(path).map(catalogue::wire)))
                .on(
                        "GET",
                        "/listproducts",
                        (request, path) -> replies.many(catalogue.products().stream()
                                .map(catalogue::wire)
                                .toList()));
    }

    private Answer create(RecordedRequest request, Map<String, String> path) {
        JsonNode body = Parameters.object(request);
        FIELDS.forEach(name -> Parameters.filled(body, name));
        return replies.scalar(catalogue.add(fields(body), categories(body)).id());
    }

    private Answer change(RecordedRequest request, Optional<Catalogue.Product> found) {
        JsonNode body = Parameters.object(request);
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

    private Optional<Catalogue.Product> byId(Map<String, String> path) {
        return catalogue.product(Parameters.id(path, "id"));
    }

    private List<Long> categories(JsonNode body) {
        List<Long> categories = new ArrayList<>();
        for (JsonNode id : body.path("prodcat_ids")) {
            if (!catalogue.categories().containsKey(id.asLong())) {
                throw Refusals.wrongParameters("unknown category");
            }
            categories.add(id.asLong());
        }
        return categories;
    }

    /** Reads what is there; a price without its currency is refused. */
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
        boolean currency = CURRENCIES.contains(fields.getOrDefault("prod_currency", ""));
        if (!currency && (fields.containsKey("prod_price") || fields.containsKey("prod_currency"))) {
            throw Refusals.wrongParameters("prod_currency");
        }
        return fields;
    }
}
