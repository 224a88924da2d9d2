package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.id;
import static io.mostik.testing.remonline.Shape.moment;
import static io.mostik.testing.remonline.Shape.ref;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.Table;
import io.mostik.testing.remonline.Row.Item;
import java.util.List;
import java.util.Optional;

/** Bookings of v2. Made without an executor too, as a live client does. */
record V2Bookings(Account account, V2OrderShape shape) {

    private static final Fields FIELDS = Fields.of(Kind.ID, "branch_id", "assignee_id", "client_id", "resource_id")
            .and(Kind.SECONDS, "scheduled_for", "scheduled_to")
            .and(Kind.TEXT, "comment")
            .referring("branch_id", "assignee_id", "client_id");
    private static final Fields NEW = FIELDS.requiring("branch_id", "client_id", "scheduled_for", "scheduled_to");
    private static final Fields CHANGED = FIELDS.and(Kind.ID, "status_id");
    private static final Fields ITEM = Fields.of(Kind.ID, "entity_id")
            .and(Kind.DECIMAL, "quantity", "price")
            .and(Kind.TEXT, "comment")
            .requiring("entity_id", "quantity")
            .referring("entity_id");
    private static final long LAST_STATUS = 7;

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/v2/bookings", this::list)
                .post("/v2/bookings", this::create)
                .get("/v2/bookings/{id}", ask -> Sheet.ok(rows().get(ask.id())))
                .patch("/v2/bookings/{id}", this::update)
                .get("/v2/bookings/{id}/items", this::items)
                .post("/v2/bookings/{id}/items", this::addItem);
    }

    private Table<Long, ObjectNode> rows() {
        return account.shelf(Shelf.BOOKINGS);
    }

    private Answer list(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> ref(row, "id"))
                .ids("branches", row -> ref(row, "branch_id"))
                .ids("statuses", row -> ref(row, "status_id"))
                .ids("assignees", row -> ref(row, "assignee_id"))
                .ids("clients_ids", row -> ref(row, "client_id"))
                .parts("client_names", row -> client(row).map(PersonRow::name).orElse(""))
                .phones(
                        "client_phones",
                        row -> client(row).map(PersonRow::phones).orElse(List.of()))
                .range("created_at", row -> moment(row, "created_at"))
                .range("modified_at", row -> moment(row, "modified_at"))
                .range("scheduled_for", row -> moment(row, "scheduled_for"))
                .byChange(rows().all(), row -> moment(row, "modified_at"), row -> row);
    }

    private Answer create(RemOnlineRequest ask) {
        ObjectNode body = ask.checked(NEW);
        account.requireRights(body.path("branch_id").asLong());
        body.put("id", account.nextLine()).put("status_id", 1).put("created_at", Shape.iso(account.now()));
        return written(body);
    }

    private Answer update(RemOnlineRequest ask) {
        ObjectNode row = rows().get(ask.id());
        ObjectNode body = ask.body(CHANGED);
        ask.exists(body, "status_id", status -> status >= 1 && status <= LAST_STATUS);
        ask.check();
        row.setAll(body);
        return written(row);
    }

    private Answer written(ObjectNode row) {
        return account.written(rows().add(row.put("modified_at", Shape.iso(account.now()))));
    }

    private Answer items(RemOnlineRequest ask) {
        long booking = id(rows().get(ask.id()));
        List<ObjectNode> items = account.shelf(Shelf.BOOKING_ITEMS).stream()
                .filter(item -> item.path("booking_id").asLong() == booking)
                .toList();
        return Sheet.bare(items, item -> shape.item(new Item(id(item), account.now(), item)));
    }

    private Answer addItem(RemOnlineRequest ask) {
        long booking = id(rows().get(ask.id()));
        ObjectNode body = ask.checked(ITEM);
        body.put("id", account.nextLine()).put("booking_id", booking);
        return account.written(account.shelf(Shelf.BOOKING_ITEMS).add(body));
    }

    private Optional<PersonRow> client(ObjectNode row) {
        return ref(row, "client_id").flatMap(account.people::find);
    }
}
