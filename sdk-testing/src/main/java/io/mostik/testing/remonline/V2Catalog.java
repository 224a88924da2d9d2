package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;

/** The catalogue of v2, to be read only: one category and one bundle, and whatever can be sold. */
final class V2Catalog {

    private final Goods goods;

    V2Catalog(Goods goods) {
        this.goods = goods;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/catalog/products/categories", V2Catalog::categories)
                .on("GET", "/v2/catalog/products/categories/{id}", V2Catalog::category)
                .on("GET", "/v2/catalog/services/categories", V2Catalog::categories)
                .on("GET", "/v2/catalog/services/categories/{id}", V2Catalog::category)
                .on("GET", "/v2/catalog/products", ask -> list(ask, goods.products()))
                .on("GET", "/v2/catalog/products/{id}", ask -> one(ask, goods.products()))
                .on("GET", "/v2/catalog/services", ask -> list(ask, goods.services()))
                .on("GET", "/v2/catalog/services/{id}", ask -> one(ask, goods.services()))
                .on("GET", "/v2/catalog/bundles", V2Catalog::bundles)
                .on("GET", "/v2/catalog/bundles/{id}", ask -> {
                    Goods.requireBundle(ask.id("id"));
                    return Answer.json(200, bundle());
                });
    }

    private static Answer categories(RequestReader ask) {
        return Sheet.page(ask, List.of(Goods.category()), row -> row);
    }

    private static Answer category(RequestReader ask) {
        if (ask.id("id") != Goods.CATEGORY) {
            throw Refusals.notFound();
        }
        return Answer.json(200, Goods.category());
    }

    private Answer list(RequestReader ask, List<Dictionaries.Entity> entities) {
        return Sheet.page(ask, entities, this::shape);
    }

    private Answer one(RequestReader ask, List<Dictionaries.Entity> entities) {
        return Answer.json(200, shape(Goods.find(entities, ask.id("id"))));
    }

    private static Answer bundles(RequestReader ask) {
        return Sheet.page(ask, List.of(bundle()), row -> row);
    }

    private static ObjectNode bundle() {
        return Goods.bundle().put("price", "950.00");
    }

    private JsonNode shape(Dictionaries.Entity entity) {
        ObjectNode own = goods.own(entity);
        ObjectNode json = Shape.titled(entity.id(), entity.title())
                .put("description", own.path("description").asText(""))
                .put("code", entity.sku())
                .put("sku", entity.sku())
                .put("uom_id", 1)
                .put("category_id", Goods.CATEGORY)
                .put("cost", Shape.decimal(goods.cost(entity), 2));
        ObjectNode prices = json.putObject("prices");
        prices.put(Long.toString(Goods.PRICE), Shape.decimal(goods.price(entity), 2));
        if (entity.type().equals("product")) {
            json.putArray("barcodes")
                    .addObject()
                    .put("code", Goods.barcode(entity))
                    .put("type", "code128");
        } else {
            json.putArray("barcodes").add(Goods.barcode(entity));
            json.put("type", "service").put("duration", 60);
        }
        json.putObject("warranty").put("period", 0).put("unit", "days");
        return json;
    }
}
