package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.id;
import static io.mostik.testing.remonline.Shape.ref;
import static io.mostik.testing.remonline.Shape.titled;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assets. Two cannot have the same mark. */
record V1Assets(Account account) {

    private static final Fields FIELDS = Fields.of(
                    Kind.TEXT, "uid", "reg_number", "group", "brand", "model", "modification", "color", "state", "year")
            .and(Kind.DECIMAL, "cost")
            .and(Kind.ID, "owner_id", "warehouse_id")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields")
            .referring("owner_id");
    private static final Fields NEW = FIELDS.requiring("uid");
    private static final Fields MOVE = Fields.of(Kind.ID, "warehouse_id").requiring("warehouse_id");

    /** One of each: a group, below it a brand, below that a model. */
    private static final Map<Long, ObjectNode> DIRECTORY =
            Map.of(0L, titled(1, "Phones"), 1L, titled(2, "Acme"), 2L, titled(3, "One"));

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/warehouse/assets/custom-fields/", ask -> Sheet.all(ask, List.of()))
                .get("/warehouse/assets/directories", this::directories)
                .get("/warehouse/assets", this::list)
                .post("/warehouse/assets", ask -> write(ask, account.nextLine(), NEW))
                .get("/warehouse/assets/{id}", ask -> Sheet.one(shape(rows().get(ask.id()))))
                .put("/warehouse/assets/{id}", ask -> write(ask, id(rows().get(ask.id())), FIELDS))
                .post("/warehouse/assets/{id}/move", this::move);
    }

    private Table<Long, ObjectNode> rows() {
        return account.shelf(Shelf.ASSETS);
    }

    private Answer list(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> ref(row, "id"))
                .texts("uid", row -> row.path("uid").asText())
                .ids("warehouse_id", row -> ref(row, "warehouse_id"))
                .ids("owner_id", row -> ref(row, "owner_id"))
                .newestFirst(rows().all(), this::shape);
    }

    private Answer write(RemOnlineRequest ask, long id, Fields fields) {
        ObjectNode body = ask.body(fields);
        boolean taken =
                rows().stream().anyMatch(row -> id(row) != id && row.path("uid").equals(body.path("uid")));
        ask.require("uid", !taken, "is not unique");
        ask.check();
        ObjectNode row = rows().find(id).orElseGet(Shape::object).put("id", id);
        row.setAll(body);
        return account.done(id(rows().add(row)));
    }

    private Answer move(RemOnlineRequest ask) {
        ObjectNode row = rows().get(ask.id());
        ObjectNode body = ask.body(MOVE);
        boolean known = account.stock.warehouses.has(body.path("warehouse_id").asLong());
        ask.require("warehouse_id", known, "does not exist");
        ask.check();
        row.set("warehouse_id", body.path("warehouse_id"));
        return account.done(id(row));
    }

    private Answer directories(RemOnlineRequest ask) {
        Optional<Long> parent =
                ask.query("parent_id").filter(text -> text.matches("\\d{1,9}")).map(Long::valueOf);
        return Sheet.all(
                ask,
                Optional.ofNullable(DIRECTORY.get(parent.orElse(0L))).stream().toList());
    }

    /** Shows the custom fields beside the others, and whose it is as an object. */
    private ObjectNode shape(ObjectNode row) {
        ObjectNode json = row.deepCopy().without(List.of("custom_fields", "owner_id", "warehouse_id"));
        json.put(
                "title", (row.path("brand").asText("") + " " + row.path("model").asText("")).strip());
        row.path("custom_fields").properties().forEach(field -> json.set(field.getKey(), field.getValue()));
        ref(row, "owner_id")
                .flatMap(account.people::find)
                .ifPresent(owner -> json.set("owner", Shape.named(owner.id(), owner.name())));
        ref(row, "warehouse_id").ifPresent(id -> json.set("warehouse", titled(id, account.stock.title(id))));
        return json;
    }
}
