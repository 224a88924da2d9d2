package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The catalogue of the older generations, which can be written. */
final class V1Goods {

    private static final Fields COMMON = Fields.of(Kind.TEXT, "token", "title")
            .and(Kind.ID, "category_id", "uom_id", "warranty", "warranty_period")
            .and(Kind.TEXTS, "barcodes")
            .and(Kind.OBJECT, "prices");
    private static final Fields PRODUCT = COMMON.and(Fields.of(Kind.TEXT, "description", "code", "article")
            .and(Kind.FLAG, "is_serial")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields"));
    private static final Fields SERVICE =
            COMMON.and(Fields.of(Kind.FLAG, "is_labor").and(Kind.DECIMAL, "cost"));

    private final Account account;
    private final Goods goods;

    V1Goods(Account account, Goods goods) {
        this.account = account;
        this.goods = goods;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/products/", ask -> list(ask, goods.products(), true))
                .on("POST", "/products/", ask -> write(ask, account.nextLine(), "product"))
                .on("GET", "/products/{id}", ask -> one(ask, goods.products()))
                .on(
                        "PUT",
                        "/products/{id}",
                        ask -> write(
                                ask, Goods.find(goods.products(), ask.id("id")).id(), "product"))
                .on("GET", "/services/categories/", ask -> Sheet.all(ask, List.of(Goods.category())))
                .on("GET", "/services/", ask -> list(ask, goods.services(), false))
                .on("POST", "/services/", ask -> write(ask, account.nextLine(), "service"))
                .on("GET", "/services/{id}", ask -> one(ask, goods.services()))
                .on(
                        "PUT",
                        "/services/{id}",
                        ask -> write(
                                ask, Goods.find(goods.services(), ask.id("id")).id(), "service"))
                .on("GET", "/warehouse/categories/", ask -> Sheet.all(ask, List.of(Goods.category())))
                .on("GET", "/margins/", ask -> Sheet.all(ask, List.of(Shape.titled(Goods.PRICE, "Retail"))))
                .on("GET", "/catalogs/uoms", ask -> Sheet.all(ask, List.of(Goods.unit())))
                .on(
                        "GET",
                        "/bundles/",
                        ask -> Sheet.all(ask, List.of(Goods.bundle().put("price", 950.0))))
                .on("GET", "/bundles/{id}/entities/", this::bundleEntities)
                .on("GET", "/books/service-operations/", this::operations);
    }

    private Answer list(RequestReader ask, List<Dictionaries.Entity> entities, boolean products) {
        Optional<String> title = ask.one("title");
        Optional<String> part = ask.one("q").map(text -> text.toLowerCase(Locale.ROOT));
        Filter<Dictionaries.Entity> filter = new Filter<Dictionaries.Entity>(ask)
                .ids("ids", entity -> Optional.of(entity.id()))
                .ids("categories", entity -> Optional.of(Goods.CATEGORY))
                .texts("barcodes", Goods::barcode)
                .and(entity -> title.map(entity.title()::equals).orElse(true))
                .and(entity -> part.map(text -> (entity.title() + " " + entity.sku())
                                .toLowerCase(Locale.ROOT)
                                .contains(text))
                        .orElse(true));
        if (products) {
            filter.texts("articles", Dictionaries.Entity::sku);
        }
        return filter.inOrder(entities, this::shape);
    }

    private Answer one(RequestReader ask, List<Dictionaries.Entity> entities) {
        return Sheet.one(shape(Goods.find(entities, ask.id("id"))));
    }

    private Answer write(RequestReader ask, long id, String type) {
        ObjectNode body = ask.body(type.equals("product") ? PRODUCT : SERVICE, Set.of("category_id", "title"));
        body.remove("token");
        if (body.hasNonNull("category_id") && body.path("category_id").asLong() != Goods.CATEGORY) {
            ask.problem("category_id", "does not exist");
        }
        ask.check();
        return V1Writes.done(account, goods.put(id, type, body));
    }

    private Answer bundleEntities(RequestReader ask) {
        Goods.requireBundle(ask.id("id"));
        ObjectNode battery = Shape.titled(1, "Battery").put("entity_id", 501).put("custom_price", 600.0);
        battery.putObject("discount").put("sum", 0).put("pst", 0);
        battery.putObject("warranty").put("warranty", 0).put("warranty_period", 0);
        return Sheet.all(ask, List.of(battery));
    }

    private Answer operations(RequestReader ask) {
        return Sheet.all(
                ask,
                goods.services().stream()
                        .map(entity -> Shape.titled(entity.id(), entity.title()).put("price", goods.price(entity)))
                        .toList());
    }

    private JsonNode shape(Dictionaries.Entity entity) {
        ObjectNode own = goods.own(entity);
        ObjectNode json = Shape.titled(entity.id(), entity.title())
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
