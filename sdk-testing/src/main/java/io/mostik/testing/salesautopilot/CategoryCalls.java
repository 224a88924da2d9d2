package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The categories of products. */
final class CategoryCalls {

    private final Catalogue catalogue;
    private final Replies replies;

    CategoryCalls(Catalogue catalogue, Replies replies) {
        this.catalogue = catalogue;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on(
                        "GET",
                        "/listprodcategories",
                        (request, path) -> replies.many(catalogue.categories().values().stream()
                                .map(CategoryCalls::wire)
                                .toList()))
                .on(
                        "GET",
                        "/listprodcategories/{id}",
                        (request, path) -> replies.one(category(path).map(CategoryCalls::wire)))
                .on(
                        "POST",
                        "/createprodcategory",
                        (request, path) -> replies.scalar(
                                catalogue.addCategory(Parameters.filled(Parameters.object(request), "prodcat_name"))))
                .on("POST", "/modprodcategory/{id}", this::change)
                .on(
                        "GET",
                        "/delprodcategory/{id}",
                        (request, path) ->
                                replies.flag(catalogue.categories().remove(Parameters.id(path, "id")) != null));
    }

    private Answer change(RecordedRequest request, Map<String, String> path) {
        JsonNode body = Parameters.object(request);
        String name = Parameters.filled(body, "prodcat_name");
        Optional<Map<String, String>> found = category(path);
        found.ifPresent(category -> category.put("prodcat_name", name));
        if (body.has("prodcat_order")) {
            found.ifPresent(category -> category.put(
                    "prodcat_order", Parameters.number(body, "prodcat_order").toPlainString()));
        }
        return replies.flag(found.isPresent());
    }

    private Optional<Map<String, String>> category(Map<String, String> path) {
        return Optional.ofNullable(catalogue.categories().get(Parameters.id(path, "id")));
    }

    private static Map<String, Object> wire(Map<String, String> category) {
        return new LinkedHashMap<>(category);
    }
}
