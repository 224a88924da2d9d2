package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.util.List;

/** The catalogue of v2, to be read only: one category and one bundle, and whatever can be sold. */
record V2Catalog(Goods goods) {

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/v2/catalog/products/categories", V2Catalog::categories)
                .get("/v2/catalog/products/categories/{id}", V2Catalog::category)
                .get("/v2/catalog/services/categories", V2Catalog::categories)
                .get("/v2/catalog/services/categories/{id}", V2Catalog::category)
                .get("/v2/catalog/products", ask -> Sheet.page(ask, goods.products(), this::shape))
                .get("/v2/catalog/products/{id}", ask -> Sheet.ok(shape(Goods.find(goods.products(), ask.id()))))
                .get("/v2/catalog/services", ask -> Sheet.page(ask, goods.services(), this::shape))
                .get("/v2/catalog/services/{id}", ask -> Sheet.ok(shape(Goods.find(goods.services(), ask.id()))))
                .get("/v2/catalog/bundles", ask -> Sheet.page(ask, List.of(bundle()), row -> row))
                .get("/v2/catalog/bundles/{id}", V2Catalog::bundle);
    }

    private static Answer categories(RemOnlineRequest ask) {
        return Sheet.page(ask, List.of(Goods.category()), row -> row);
    }

    private static Answer category(RemOnlineRequest ask) {
        if (ask.id() != Goods.CATEGORY) {
            throw Dialect.notFound();
        }
        return Sheet.ok(Goods.category());
    }

    private static Answer bundle(RemOnlineRequest ask) {
        Goods.requireBundle(ask.id());
        return Sheet.ok(bundle());
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
