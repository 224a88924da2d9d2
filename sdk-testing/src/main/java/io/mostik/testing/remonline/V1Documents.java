package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.id;
import static io.mostik.testing.remonline.Shape.ref;
import static io.mostik.testing.remonline.Shape.titled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Documents of the warehouse: made once, never changed. They move what lies there. */
record V1Documents(Account account) {

    private static final Fields POSTING = Fields.of(Kind.TEXT, "description", "document_number", "document_datetime")
            .and(Kind.ID, "branch_id", "warehouse_id", "supplier_id")
            .and(Kind.OBJECTS, "products")
            .and(Kind.OBJECT, "cashflow")
            .requiring("branch_id", "warehouse_id", "supplier_id", "products", "cashflow");
    private static final Fields OUTCOME = Fields.of(Kind.TEXT, "description")
            .and(Kind.ID, "warehouse")
            .and(Kind.OBJECTS, "entities")
            .requiring("warehouse");
    private static final Fields MOVE = OUTCOME.without("warehouse")
            .and(Kind.ID, "source_warehouse_id", "target_warehouse_id")
            .requiring("source_warehouse_id", "target_warehouse_id");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/warehouse/postings/", this::postings)
                .post("/warehouse/postings/", this::post)
                .get("/warehouse/moves/", ask -> documents(ask, Shelf.MOVES))
                .post("/warehouse/moves/", this::move)
                .get("/warehouse/outcome-transactions/", ask -> documents(ask, Shelf.OUTCOMES))
                .post("/warehouse/outcome-transactions/", this::writeOff)
                .get("/warehouse/goods/{id}/{good}", this::good)
                .get("/warehouse/{id}/cells", this::cells);
    }

    private Answer postings(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> ref(row, "id"))
                .ids("warehouse_ids", row -> ref(row, "warehouse_id"))
                .ids("supplier_ids", row -> ref(row, "supplier_id"))
                .range("created_at", row -> ref(row, "created_at").map(Instant::ofEpochMilli))
                .newestFirst(account.shelf(Shelf.POSTINGS).all(), row -> row);
    }

    private Answer post(RemOnlineRequest ask) {
        ObjectNode body = ask.body(POSTING);
        BigDecimal payment =
                new BigDecimal(body.path("cashflow").path("payment").asText("1"));
        ask.require("cashflow", payment.signum() <= 0, "payment must be negative");
        ask.refer(body, List.of("branch_id"));
        ask.exists(body, "warehouse_id", account.stock.warehouses::has);
        requireEntities(ask, body.path("products"), "entity_id");
        ask.check();
        ObjectNode row = document(Shelf.POSTINGS, body);
        for (String field : List.of("warehouse_id", "supplier_id", "document_number")) {
            row.set(field, body.path(field));
        }
        ArrayNode products = row.putArray("products");
        for (JsonNode line : body.path("products")) {
            long entity = line.path("entity_id").asLong();
            account.stock.add(body.path("warehouse_id").asLong(), entity, amount(line));
            products.add(line(entity, line).put("price", line.path("cost").asDouble()));
        }
        return Sheet.success(Shape.object()
                .put("id", id(row))
                .put("id_label", row.path("id_label").asText()));
    }

    /** Lists moves or write-offs; the location is required. */
    private Answer documents(RemOnlineRequest ask, Shelf shelf) {
        ask.require("branch_id", ask.query("branch_id").isPresent(), "is required");
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> ref(row, "id"))
                .equal("branch_id", row -> Long.toString(account.stock.branchOf(warehouse(row))))
                .equal("warehouse_id", row -> Long.toString(warehouse(row)))
                .newestFirst(account.shelf(shelf).all(), row -> row);
    }

    private Answer move(RemOnlineRequest ask) {
        ObjectNode body = ask.body(MOVE);
        ask.exists(body, "source_warehouse_id", account.stock.warehouses::has);
        ask.exists(body, "target_warehouse_id", account.stock.warehouses::has);
        requireEntities(ask, body.path("entities"), "entity");
        ask.check();
        long target = body.path("target_warehouse_id").asLong();
        ObjectNode row = taken(Shelf.MOVES, body.path("source_warehouse_id").asLong(), body);
        row.put("target_warehouse_title", account.stock.title(target));
        body.path("entities")
                .forEach(line -> account.stock.add(target, line.path("entity").asLong(), amount(line)));
        return Answer.json(200, Map.of("id", id(row), "success", true));
    }

    private Answer writeOff(RemOnlineRequest ask) {
        ObjectNode body = ask.body(OUTCOME);
        ask.exists(body, "warehouse", account.stock.warehouses::has);
        requireEntities(ask, body.path("entities"), "entity");
        ask.check();
        ObjectNode row = taken(Shelf.OUTCOMES, body.path("warehouse").asLong(), body);
        return Answer.json(200, Map.of("id", id(row), "success", true));
    }

    private ObjectNode taken(Shelf shelf, long source, ObjectNode body) {
        ObjectNode row = document(shelf, body)
                .put("warehouse_id", source)
                .put("source_warehouse_title", account.stock.title(source))
                .put("cost", 0);
        ArrayNode products = row.putArray("products");
        for (JsonNode line : body.path("entities")) {
            long entity = line.path("entity").asLong();
            account.stock.add(source, entity, amount(line).negate());
            products.add(line(entity, line));
        }
        return row;
    }

    private ObjectNode document(Shelf shelf, ObjectNode body) {
        long id = account.nextLine();
        return account.shelf(shelf)
                .add(Shape.object()
                        .put("id", id)
                        .put("id_label", "W%04d".formatted(id))
                        .put("created_at", account.now().toEpochMilli())
                        .put("created_by_id", Dictionaries.OWNER)
                        .put("description", body.path("description").asText("")));
    }

    private ObjectNode line(long entityId, JsonNode written) {
        Dictionaries.Entity entity = account.dictionaries.entity(entityId);
        ObjectNode json = titled(entityId, entity.title())
                .put("code", entity.sku())
                .put("article", entity.sku())
                .put("amount", amount(written))
                .put("is_serial", written.path("sn_accounting").asBoolean());
        json.set("uom", Goods.unit());
        return json;
    }

    private static long warehouse(ObjectNode row) {
        return row.path("warehouse_id").asLong();
    }

    /** Returns the quantity of a line; one where none is said. */
    private static BigDecimal amount(JsonNode line) {
        return new BigDecimal(line.path("quantity").asText("1"));
    }

    private void requireEntities(RemOnlineRequest ask, JsonNode lines, String field) {
        lines.forEach(line -> ask.exists(line, field, account.dictionaries.entities::has));
    }

    /** Shows a good of a warehouse with its serial numbers and bins, of which there are none. */
    private Answer good(RemOnlineRequest ask) {
        long id = ask.id("good");
        Stock.Good found = account.stock.goods(ask.id()).stream()
                .filter(good -> good.entityId() == id)
                .findFirst()
                .orElseThrow(Dialect::notFound);
        return Sheet.success(Shape.object().put("id", id).put("residue", found.residue()));
    }

    private Answer cells(RemOnlineRequest ask) {
        account.stock.goods(ask.id());
        return Sheet.all(ask, List.of(titled(5, "A-1")));
    }
}
