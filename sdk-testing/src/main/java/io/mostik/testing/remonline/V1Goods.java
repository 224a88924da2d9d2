package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.titled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.remonline.Dictionaries.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of the older generations, which can be written. */
record V1Goods(Account account, Goods goods) {

    private static final Fields COMMON = Fields.of(Kind.TEXT, "title")
            .and(Kind.ID, "category_id", "uom_id", "warranty", "warranty_period")
            .and(Kind.TEXTS, "barcodes")
            .and(Kind.OBJECT, "prices")
            .requiring("category_id", "title");
    private static final Fields PRODUCT = COMMON.and(Kind.TEXT, "description", "code", "article")
            .and(Kind.FLAG, "is_serial")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields");
    private static final Fields SERVICE = COMMON.and(Kind.FLAG, "is_labor").and(Kind.DECIMAL, "cost");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/products/", ask -> list(ask, goods.products(), true))
                .post("/products/", ask -> write(ask, account.nextLine(), "product"))
                .get("/products/{id}", ask -> Sheet.one(shape(Goods.find(goods.products(), ask.id()))))
                .put("/products/{id}", ask -> change(ask, goods.products(), "product"))
                .get("/services/categories/", ask -> Sheet.all(ask, List.of(Goods.category())))
                .get("/services/", ask -> list(ask, goods.services(), false))
                .post("/services/", ask -> write(ask, account.nextLine(), "service"))
                .get("/services/{id}", ask -> Sheet.one(shape(Goods.find(goods.services(), ask.id()))))
                .put("/services/{id}", ask -> change(ask, goods.services(), "service"))
                .get("/warehouse/categories/", ask -> Sheet.all(ask, List.of(Goods.category())))
                .get("/margins/", ask -> Sheet.all(ask, List.of(titled(Goods.PRICE, "Retail"))))
                .get("/catalogs/uoms", ask -> Sheet.all(ask, List.of(Goods.unit())))
                .get("/bundles/", ask -> Sheet.all(ask, List.of(Goods.bundle().put("price", 950.0))))
                .get("/bundles/{id}/entities/", V1Goods::bundleEntities)
                .get("/books/service-operations/", ask -> Sheet.all(ask, goods.services(), this::operation));
    }

    private Answer list(RemOnlineRequest ask, List<Entity> entities, boolean products) {
        Optional<String> part = ask.query("q").map(text -> text.toLowerCase(Locale.ROOT));
        Filter<Entity> filter = new Filter<Entity>(ask)
                .ids("ids", entity -> Optional.of(entity.id()))
                .ids("categories", entity -> Optional.of(Goods.CATEGORY))
                .texts("barcodes", Goods::barcode)
                .equal("title", Entity::title)
                .and(entity -> part.map(text -> (entity.title() + " " + entity.sku())
                                .toLowerCase(Locale.ROOT)
                                .contains(text))
                        .orElse(true));
        return (products ? filter.texts("articles", Entity::sku) : filter).inOrder(entities, this::shape);
    }

    private Answer change(RemOnlineRequest ask, List<Entity> entities, String type) {
        return write(ask, Goods.find(entities, ask.id()).id(), type);
    }

    private Answer write(RemOnlineRequest ask, long id, String type) {
        ObjectNode body = ask.body(type.equals("product") ? PRODUCT : SERVICE);
        ask.exists(body, "category_id", category -> category == Goods.CATEGORY);
        ask.check();
        return account.done(goods.put(id, type, body));
    }

    private static Answer bundleEntities(RemOnlineRequest ask) {
        Goods.requireBundle(ask.id());
        return Sheet.all(ask, List.of(Shape.sample("""
                {"id":1,"title":"Battery","entity_id":501,"custom_price":600.0,"discount":{"sum":0,"pst":0},
                 "warranty":{"warranty":0,"warranty_period":0}}""")));
    }

    private ObjectNode operation(Entity entity) {
        return titled(entity.id(), entity.title()).put("price", goods.price(entity));
    }

    private JsonNode shape(Entity entity) {
        ObjectNode own = goods.own(entity);
        ObjectNode json = titled(entity.id(), entity.title())
                .put("description", own.path("description").asText(""))
                .put("cost", goods.cost(entity))
                .put("warranty", own.path("warranty").asInt())
                .put("warranty_period", own.path("warranty_period").asInt());
        json.set("category", Goods.category());
        json.set("uom", Goods.unit());
        json.putObject("prices").put(Long.toString(Goods.PRICE), goods.price(entity));
        json.putArray("barcodes")
                .addObject()
                .put("id", 1)
                .put("code", Goods.barcode(entity))
                .put("type", "code128");
        return entity.type().equals("product")
                ? json.put("code", entity.sku())
                        .put("article", entity.sku())
                        .put("is_serial", own.path("is_serial").asBoolean())
                : json.put("is_labor", entity.type().equals("work")).put("duration_hours", 1);
    }
}
