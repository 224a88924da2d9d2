package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assets. Two cannot have the same mark. */
final class V1Assets {

    private static final Fields FIELDS = Fields.of(
                    Kind.TEXT,
                    "token",
                    "uid",
                    "reg_number",
                    "group",
                    "brand",
                    "model",
                    "modification",
                    "color",
                    "state",
                    "year")
            .and(Kind.DECIMAL, "cost")
            .and(Kind.ID, "owner_id", "warehouse_id")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields");

    private final Account account;
    private final Map<Long, ObjectNode> rows;

    V1Assets(Account account) {
        this.account = account;
        this.rows = account.shelf(Shelf.ASSETS);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/warehouse/assets/custom-fields/", ask -> Sheet.all(ask, List.of()))
                .on("GET", "/warehouse/assets/directories", this::directories)
                .on("GET", "/warehouse/assets", this::list)
                .on("POST", "/warehouse/assets", ask -> write(ask, account.nextLine(), Set.of("uid")))
                .on("GET", "/warehouse/assets/{id}", this::get)
                .on("PUT", "/warehouse/assets/{id}", ask -> write(ask, Rows.id(find(ask)), Set.of()))
                .on("POST", "/warehouse/assets/{id}/move", this::move);
    }

    private Answer list(RequestReader ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> Rows.ref(row, "id"))
                .texts("uid", row -> row.path("uid").asText())
                .ids("warehouse_id", row -> Rows.ref(row, "warehouse_id"))
                .ids("owner_id", row -> Rows.ref(row, "owner_id"))
                .newestFirst(rows.values(), this::shape);
    }

    private Answer get(RequestReader ask) {
        return Sheet.one(shape(find(ask)));
    }

    private Answer write(RequestReader ask, long id, Set<String> required) {
        ObjectNode body = ask.body(FIELDS, required);
        body.remove("token");
        boolean taken = rows.values().stream()
                .anyMatch(row -> Rows.id(row) != id && row.path("uid").equals(body.path("uid")));
        if (taken) {
            ask.problem("uid", "is not unique");
        }
        account.require(ask, body, "owner_id");
        ask.check();
        rows.computeIfAbsent(id, each -> Shape.object()).put("id", id).setAll(body);
        return V1Writes.done(account, id);
    }

    private Answer move(RequestReader ask) {
        ObjectNode row = find(ask);
        ObjectNode body = ask.body(Fields.of(Kind.ID, "warehouse_id").and(Kind.TEXT, "token"), Set.of("warehouse_id"));
        if (!account.stock().has(body.path("warehouse_id").asLong())) {
            ask.problem("warehouse_id", "does not exist");
        }
        ask.check();
        row.set("warehouse_id", body.path("warehouse_id"));
        return V1Writes.done(account, Rows.id(row));
    }

    /** Knows one of each: a group, below it a brand, below that a model. */
    private Answer directories(RequestReader ask) {
        long parent = ask.one("parent_id")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
        Map<Long, ObjectNode> below = Map.of(
                0L, Shape.titled(1, "Phones"),
                1L, Shape.titled(2, "Acme"),
                2L, Shape.titled(3, "One"));
        return Sheet.all(
                ask, Optional.ofNullable(below.get(parent)).map(List::of).orElse(List.of()));
    }

    private ObjectNode find(RequestReader ask) {
        return Rows.find(rows, ask.id("id"));
    }

    /** Shows the custom fields beside the others, and whose it is as an object. */
    private ObjectNode shape(ObjectNode row) {
        ObjectNode json = row.deepCopy().without(List.of("custom_fields", "owner_id", "warehouse_id"));
        json.put(
                "title", (row.path("brand").asText("") + " " + row.path("model").asText("")).strip());
        row.path("custom_fields").properties().forEach(field -> json.set(field.getKey(), field.getValue()));
        Rows.ref(row, "owner_id")
                .flatMap(id -> Optional.ofNullable(account.people().get(id)))
                .ifPresent(owner -> json.set("owner", Shape.named(owner.id(), owner.name())));
        Rows.ref(row, "warehouse_id")
                .ifPresent(id ->
                        json.set("warehouse", Shape.titled(id, account.stock().title(id))));
        return json;
    }
}
