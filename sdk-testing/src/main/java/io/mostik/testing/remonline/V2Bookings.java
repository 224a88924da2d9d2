package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bookings of v2. Made without an executor too, as a live client does. */
final class V2Bookings {

    private static final Fields FIELDS = Fields.of(Kind.ID, "branch_id", "assignee_id", "client_id", "resource_id")
            .and(Kind.SECONDS, "scheduled_for", "scheduled_to")
            .and(Kind.TEXT, "comment");
    private static final Set<String> REQUIRED = Set.of("branch_id", "client_id", "scheduled_for", "scheduled_to");
    private static final Fields ITEM = Fields.of(Kind.ID, "entity_id")
            .and(Kind.DECIMAL, "quantity", "price")
            .and(Kind.TEXT, "comment");
    private static final long LAST_STATUS = 7;

    private final Account account;
    private final Map<Long, ObjectNode> rows;
    private final V2OrderShape shape;

    V2Bookings(Account account) {
        this.account = account;
        this.rows = account.shelf(Shelf.BOOKINGS);
        this.shape = new V2OrderShape(account);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/bookings", this::list)
                .on("POST", "/v2/bookings", this::create)
                .on("GET", "/v2/bookings/{id}", ask -> Answer.json(200, Rows.find(rows, ask.id("id"))))
                .on("PATCH", "/v2/bookings/{id}", this::update)
                .on("GET", "/v2/bookings/{id}/items", this::items)
                .on("POST", "/v2/bookings/{id}/items", this::addItem);
    }

    private Answer list(RequestReader ask) {
        ask.one("sort");
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> Rows.ref(row, "id"))
                .ids("branches", row -> Rows.ref(row, "branch_id"))
                .ids("statuses", row -> Rows.ref(row, "status_id"))
                .ids("assignees", row -> Rows.ref(row, "assignee_id"))
                .ids("clients_ids", row -> Rows.ref(row, "client_id"))
                .parts("client_names", row -> client(row).map(PersonRow::name).orElse(""))
                .phones(
                        "client_phones",
                        row -> client(row).map(PersonRow::phones).orElse(List.of()))
                .range("created_at", row -> Rows.moment(row, "created_at"))
                .range("modified_at", row -> Rows.moment(row, "modified_at"))
                .range("scheduled_for", row -> Rows.moment(row, "scheduled_for"))
                .newestFirst(rows.values(), row -> row);
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS, REQUIRED);
        check(ask, body);
        account.requireRights(body.path("branch_id").asLong());
        String now = Shape.iso(account.now());
        body.put("id", account.nextLine()).put("status_id", 1).put("created_at", now);
        return written(body);
    }

    private Answer update(RequestReader ask) {
        ObjectNode row = Rows.find(rows, ask.id("id"));
        ObjectNode body = ask.body(FIELDS.and(Kind.ID, "status_id"), Set.of());
        Rows.ref(body, "status_id")
                .filter(status -> status < 1 || status > LAST_STATUS)
                .ifPresent(status -> ask.problem("status_id", "does not exist"));
        check(ask, body);
        row.setAll(body);
        return written(row);
    }

    private void check(RequestReader ask, ObjectNode body) {
        account.require(ask, body, "branch_id", "assignee_id", "client_id");
        ask.check();
    }

    private Answer written(ObjectNode row) {
        rows.put(Rows.id(row), row.put("modified_at", Shape.iso(account.now())));
        return Answer.json(200, account.writeAnswer.wrap(row));
    }

    private Answer items(RequestReader ask) {
        long booking = Rows.id(Rows.find(rows, ask.id("id")));
        List<ObjectNode> items = account.shelf(Shelf.BOOKING_ITEMS).values().stream()
                .filter(item -> item.path("booking_id").asLong() == booking)
                .toList();
        return Sheet.bare(items, item -> shape.item(new ItemRow(Rows.id(item), account.now(), item)));
    }

    private Answer addItem(RequestReader ask) {
        long booking = Rows.id(Rows.find(rows, ask.id("id")));
        ObjectNode body = ask.body(ITEM, Set.of("entity_id", "quantity"));
        account.require(ask, body, "entity_id");
        ask.check();
        long id = account.nextLine();
        account.shelf(Shelf.BOOKING_ITEMS).put(id, body.put("id", id).put("booking_id", booking));
        return Answer.json(200, account.writeAnswer.wrap(body));
    }

    private Optional<PersonRow> client(ObjectNode row) {
        return Rows.ref(row, "client_id").map(account.people()::get);
    }
}
