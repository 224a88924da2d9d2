package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warehouses and what lies in them, which v2 does not have. */
final class V1Warehouse {

    private static final long CATEGORY = 71;
    private static final long PRICE = 81;

    private final Account account;

    V1Warehouse(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints.on("GET", "/warehouse/", this::list).on("GET", "/warehouse/goods/{id}", this::goods);
    }

    private Answer list(RequestReader ask) {
        String type = ask.choice("type", Set.of("product", "asset")).orElse("product");
        Optional<String> branch = ask.one("branch_id");
        ask.check();
        List<Stock.Warehouse> rows = account.stock().warehouses().stream()
                .filter(warehouse -> warehouse.type().equals(type))
                .filter(warehouse ->
                        branch.map(Long.toString(warehouse.branchId())::equals).orElse(true))
                .toList();
        return Sheet.page(ask, rows, V1Warehouse::warehouse);
    }

    private Answer goods(RequestReader ask) {
        boolean stocked = ask.choice("exclude_zero_residue", Set.of("true", "false", "1", "0"))
                .filter(flag -> flag.equals("true") || flag.equals("1"))
                .isPresent();
        Optional<String> title = ask.one("title");
        List<Stock.Good> all = account.stock().goods(ask.id("id"));
        return new Filter<Stock.Good>(ask)
                .ids("ids", good -> Optional.of(good.entityId()))
                .ids("categories", good -> Optional.of(CATEGORY))
                .texts("articles", good -> entity(good).sku())
                .texts("barcodes", good -> barcode(entity(good)))
                .and(good -> !stocked || good.residue().signum() != 0)
                .and(good -> title.map(entity(good).title()::equals).orElse(true))
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
        json.putObject("price").put(Long.toString(PRICE), 600.0);
        json.put("residue", good.residue());
        json.putObject("category").put("id", CATEGORY).put("title", "Spare parts");
        json.put("description", "");
        json.putObject("custom_fields");
        json.putArray("barcodes").addObject().put("code", barcode(entity));
        json.put("is_serial", false).put("warranty", 0).put("warranty_period", 0);
        return json;
    }

    private Dictionaries.Entity entity(Stock.Good good) {
        return account.dictionaries().entity(good.entityId()).orElseThrow();
    }

    private static String barcode(Dictionaries.Entity entity) {
        return "20" + entity.id();
    }

    private static JsonNode warehouse(Stock.Warehouse warehouse) {
        return Shape.object()
                .put("id", warehouse.id())
                .put("title", warehouse.title())
                .put("is_global", false)
                .put("type", warehouse.type());
    }
}
