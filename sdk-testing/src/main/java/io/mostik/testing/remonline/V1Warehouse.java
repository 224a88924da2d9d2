package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.remonline.Stock.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warehouses and what lies in them, which v2 does not have. */
record V1Warehouse(Account account) {

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints.get("/warehouse/", this::list).get("/warehouse/goods/{id}", this::goods);
    }

    private Answer list(RemOnlineRequest ask) {
        String type = ask.choice("type", Set.of("product", "asset")).orElse("product");
        return new Filter<Warehouse>(ask)
                .equal("branch_id", warehouse -> Long.toString(warehouse.branchId()))
                .and(warehouse -> warehouse.type().equals(type))
                .inOrder(account.stock.allowed(), V1Warehouse::warehouse);
    }

    private Answer goods(RemOnlineRequest ask) {
        boolean stocked = ask.choice("exclude_zero_residue", Set.of("true", "false", "1", "0"))
                .filter(flag -> flag.equals("true") || flag.equals("1"))
                .isPresent();
        List<Stock.Good> all = account.stock.goods(ask.id());
        return new Filter<Stock.Good>(ask)
                .ids("ids", good -> Optional.of(good.entityId()))
                .ids("categories", good -> Optional.of(Goods.CATEGORY))
                .texts("articles", good -> entity(good).sku())
                .texts("barcodes", good -> Goods.barcode(entity(good)))
                .equal("title", good -> entity(good).title())
                .and(good -> !stocked || good.residue().signum() != 0)
                .inOrder(all, this::good);
    }

    private JsonNode good(Stock.Good good) {
        Dictionaries.Entity entity = entity(good);
        ObjectNode json = Shape.object()
                .put("id", entity.id())
                .put("code", entity.sku())
                .put("title", entity.title())
                .put("article", entity.sku());
        json.putArray("image");
        json.putObject("price").put(Long.toString(Goods.PRICE), 600.0);
        json.put("residue", good.residue());
        json.set("category", Goods.category());
        json.put("description", "");
        json.putObject("custom_fields");
        json.putArray("barcodes").addObject().put("code", Goods.barcode(entity));
        json.put("is_serial", false).put("warranty", 0).put("warranty_period", 0);
        return json;
    }

    private Dictionaries.Entity entity(Stock.Good good) {
        return account.dictionaries.entity(good.entityId());
    }

    private static JsonNode warehouse(Stock.Warehouse warehouse) {
        return Shape.object()
                .put("id", warehouse.id())
                .put("title", warehouse.title())
                .put("is_global", false)
                .put("type", warehouse.type());
    }
}
