package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Documents of the warehouse: made once, never changed. They move what lies there. */
final class V1Documents {

    private static final Fields POSTING = Fields.of(
                    Kind.TEXT, "token", "description", "document_number", "document_datetime")
            .and(Kind.ID, "branch_id", "warehouse_id", "supplier_id")
            .and(Kind.OBJECTS, "products")
            .and(Kind.OBJECT, "cashflow");
    private static final Fields MOVE = Fields.of(Kind.TEXT, "token", "description")
            .and(Kind.ID, "source_warehouse_id", "target_warehouse_id")
            .and(Kind.OBJECTS, "entities");
    private static final Fields OUTCOME = Fields.of(Kind.TEXT, "token", "description")
            .and(Kind.ID, "warehouse")
            .and(Kind.OBJECTS, "entities");

    private final Account account;

    V1Documents(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/warehouse/postings/", this::postings)
                .on("POST", "/warehouse/postings/", this::post)
                .on("GET", "/warehouse/moves/", ask -> documents(ask, Shelf.MOVES))
                .on("POST", "/warehouse/moves/", this::move)
                .on("GET", "/warehouse/outcome-transactions/", ask -> documents(ask, Shelf.OUTCOMES))
                .on("POST", "/warehouse/outcome-transactions/", this::writeOff)
                .on("GET", "/warehouse/goods/{id}/{good}", this::good)
                .on("GET", "/warehouse/{id}/cells", this::cells);
    }

    private Answer postings(RequestReader ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> Rows.ref(row, "id"))
                .ids("warehouse_ids", row -> Rows.ref(row, "warehouse_id"))
                .ids("supplier_ids", row -> Rows.ref(row, "supplier_id"))
                .range("created_at", row -> Rows.ref(row, "created_at").map(Instant::ofEpochMilli))
                .newestFirst(account.shelf(Shelf.POSTINGS).values(), row -> row);
    }

    private Answer post(RequestReader ask) {
        ObjectNode body = ask.body(POSTING, Set.of("branch_id", "warehouse_id", "supplier_id", "products", "cashflow"));
        if (new BigDecimal(body.path("cashflow").path("payment").asText("1")).signum() > 0) {
            ask.problem("cashflow", "payment must be negative");
        }
        account.require(ask, body, "branch_id");
        requireWarehouse(ask, body, "warehouse_id");
        requireEntities(ask, body.path("products"), "entity_id");
        ask.check();
        ObjectNode row = document(Shelf.POSTINGS, body);
        for (String field : new String[] {"warehouse_id", "supplier_id", "document_number"}) {
            row.set(field, body.path(field));
        }
        ArrayNode products = row.putArray("products");
        for (JsonNode line : body.path("products")) {
            change(body.path("warehouse_id").asLong(), line.path("entity_id").asLong(), amount(line));
            products.add(line(line.path("entity_id").asLong(), line)
                    .put("price", line.path("cost").asDouble()));
        }
        ObjectNode answer = Shape.object();
        answer.putObject("data")
                .put("id", Rows.id(row))
                .put("id_label", row.path("id_label").asText());
        return Answer.json(200, answer.put("success", true));
    }

    /** Lists moves or write-offs; the location is required. */
    private Answer documents(RequestReader ask, Shelf shelf) {
        Optional<String> branch = ask.one("branch_id");
        Optional<String> warehouse = ask.one("warehouse_id");
        if (branch.isEmpty()) {
            ask.problem("branch_id", "is required");
        }
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> Rows.ref(row, "id"))
                .and(row -> branch.equals(Optional.of(Long.toString(
                        account.stock().branchOf(row.path("warehouse_id").asLong())))))
                .and(row ->
                        warehouse.map(row.path("warehouse_id").asText()::equals).orElse(true))
                .newestFirst(account.shelf(shelf).values(), row -> row);
    }

    private Answer move(RequestReader ask) {
        ObjectNode body = ask.body(MOVE, Set.of("source_warehouse_id", "target_warehouse_id"));
        requireWarehouse(ask, body, "source_warehouse_id");
        requireWarehouse(ask, body, "target_warehouse_id");
        requireEntities(ask, body.path("entities"), "entity");
        ask.check();
        long source = body.path("source_warehouse_id").asLong();
        long target = body.path("target_warehouse_id").asLong();
        ObjectNode row = taken(Shelf.MOVES, source, body);
        row.put("target_warehouse_title", account.stock().title(target));
        body.path("entities").forEach(line -> change(target, line.path("entity").asLong(), amount(line)));
        return Answer.json(200, Map.of("id", Rows.id(row), "success", true));
    }

    private Answer writeOff(RequestReader ask) {
        ObjectNode body = ask.body(OUTCOME, Set.of("warehouse"));
        requireWarehouse(ask, body, "warehouse");
        requireEntities(ask, body.path("entities"), "entity");
        ask.check();
        ObjectNode row = taken(Shelf.OUTCOMES, body.path("warehouse").asLong(), body);
        return Answer.json(200, Map.of("id", Rows.id(row), "success", true));
    }

    private ObjectNode taken(Shelf shelf, long source, ObjectNode body) {
        ObjectNode row = document(shelf, body)
                .put("warehouse_id", source)
                .put("source_warehouse_title", account.stock().title(source))
                .put("cost", 0);
        ArrayNode products = row.putArray("products");
        for (JsonNode line : body.path("entities")) {
            change(source, line.path("entity").asLong(), amount(line).negate());
            products.add(line(line.path("entity").asLong(), line));
        }
        return row;
    }

    private ObjectNode document(Shelf shelf, ObjectNode body) {
        long id = account.nextLine();
        ObjectNode row = Shape.object()
                .put("id", id)
                .put("id_label", "W%04d".formatted(id))
                .put("created_at", account.now().toEpochMilli())
                .put("created_by_id", Dictionaries.OWNER)
                .put("description", body.path("description").asText(""));
        account.shelf(shelf).put(id, row);
        return row;
    }

    private ObjectNode line(long entityId, JsonNode written) {
        Dictionaries.Entity entity = account.dictionaries().entity(entityId).orElseThrow();
        ObjectNode json = Shape.titled(entityId, entity.title())
                .put("code", entity.sku())
                .put("article", entity.sku())
                .put("amount", amount(written))
                .put("is_serial", written.path("sn_accounting").asBoolean());
        json.set("uom", Goods.unit());
        return json;
    }

    private void change(long warehouse, long entity, BigDecimal by) {
        account.stock().add(warehouse, entity, by);
    }

    /** Returns the quantity of a line; one where none is said. */
    private static BigDecimal amount(JsonNode line) {
        return new BigDecimal(line.path("quantity").asText("1"));
    }

    private void requireWarehouse(RequestReader ask, ObjectNode body, String field) {
        if (body.hasNonNull(field) && !account.stock().has(body.path(field).asLong())) {
            ask.problem(field, "does not exist");
        }
    }

    private void requireEntities(RequestReader ask, JsonNode lines, String field) {
        lines.forEach(line -> account.dictionaries()
                .require(ask, line, field, account.dictionaries().entitiesById()));
    }

    /** Shows a good of a warehouse with its serial numbers and bins, of which there are none. */
    private Answer good(RequestReader ask) {
        long id = ask.id("good");
        BigDecimal residue = account.stock().goods(ask.id("id")).stream()
                .filter(good -> good.entityId() == id)
                .findFirst()
                .orElseThrow(Refusals::notFound)
                .residue();
        ObjectNode answer = Shape.object();
        answer.putObject("data").put("id", id).put("residue", residue);
        return Answer.json(200, answer.put("success", true));
    }

    private Answer cells(RequestReader ask) {
        account.stock().goods(ask.id("id"));
        return Sheet.all(ask, List.of(Shape.titled(5, "A-1")));
    }
}
