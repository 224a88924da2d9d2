package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.Table;
import java.util.List;
import java.util.Optional;

/** Organisations of v2, who belongs to them, and what else can be done to contacts. */
record V2Contacts(Account account, V2People people) {

    private static final Fields FIELDS = V2People.FIELDS
            .without("first_name", "last_name", "birthday")
            .and(Kind.TEXT, "name", "business_registration_number");
    private static final Fields NEW = FIELDS.requiring("name");
    private static final Fields MERGE = Fields.of(Kind.IDS, "ids").requiring("ids");
    private static final String MEMBERS = "people_ids";

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/v2/contacts/people/{id}/organizations", this::organizationsOf)
                .post("/v2/contacts/people/{id}/comments", ask -> comment(ask, person(ask.id())))
                .post("/v2/contacts/people/{id}/merge", this::mergePeople)
                .delete("/v2/contacts/people/{id}", ask -> delete(account.people, ask.id()))
                .get("/v2/contacts/organizations", this::list)
                .post("/v2/contacts/organizations", this::create)
                .get("/v2/contacts/organizations/{id}", ask -> Sheet.ok(shape(find(ask))))
                .patch("/v2/contacts/organizations/{id}", this::update)
                .delete("/v2/contacts/organizations/{id}", ask -> delete(rows(), ask.id()))
                .get("/v2/contacts/organizations/{id}/people", this::peopleOf)
                .post("/v2/contacts/organizations/{id}/people/{person}", this::link)
                .delete("/v2/contacts/organizations/{id}/people/{person}", this::unlink)
                .post("/v2/contacts/organizations/{id}/comments", ask -> comment(ask, Shape.id(find(ask))))
                .post("/v2/contacts/organizations/{id}/merge", this::merge);
    }

    private Table<Long, ObjectNode> rows() {
        return account.shelf(Shelf.ORGANIZATIONS);
    }

    private Answer list(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask)
                .parts("names", row -> row.path("name").asText())
                .phones("phones", row -> row.findValuesAsText("phone"))
                .ids("managers", row -> Shape.ref(row, "manager_id"))
                .range("created_at", row -> Shape.moment(row, "created_at"))
                .range("modified_at", row -> Shape.moment(row, "modified_at"))
                .byChange(rows().all(), row -> Shape.moment(row, "modified_at"), V2Contacts::shape);
    }

    private Answer create(RemOnlineRequest ask) {
        ObjectNode body = ask.checked(NEW);
        body.put("id", account.nextLine()).put("created_at", Shape.iso(account.now()));
        body.putArray(MEMBERS);
        return written(rows().add(body));
    }

    private Answer update(RemOnlineRequest ask) {
        ObjectNode row = find(ask);
        row.setAll(ask.checked(FIELDS));
        return written(row);
    }

    private static Answer delete(Table<Long, ?> table, long id) {
        if (!table.remove(id)) {
            throw Dialect.notFound();
        }
        return Answer.empty(204);
    }

    private Answer merge(RemOnlineRequest ask) {
        ObjectNode row = find(ask);
        removeMerged(ask, rows());
        return written(row);
    }

    private Answer mergePeople(RemOnlineRequest ask) {
        long kept = person(ask.id());
        removeMerged(ask, account.people);
        return Sheet.ok(people.shape(account.people.get(kept)));
    }

    private static void removeMerged(RemOnlineRequest ask, Table<Long, ?> known) {
        List<Long> gone = Shape.ids(ask.body(MERGE).path("ids"));
        ask.require("ids", gone.stream().allMatch(known::has), "does not exist");
        ask.check();
        gone.forEach(known::remove);
    }

    private Answer organizationsOf(RemOnlineRequest ask) {
        long person = person(ask.id());
        return Sheet.data(
                rows().stream().filter(row -> members(row).contains(person)).toList(), V2Contacts::shape);
    }

    private Answer peopleOf(RemOnlineRequest ask) {
        List<PersonRow> found = members(find(ask)).stream()
                .map(account.people::find)
                .flatMap(Optional::stream)
                .toList();
        return Sheet.data(found, people::shape);
    }

    private Answer link(RemOnlineRequest ask) {
        ObjectNode row = find(ask);
        long person = person(ask.id("person"));
        if (!members(row).contains(person)) {
            ((ArrayNode) row.path(MEMBERS)).add(person);
        }
        return written(row);
    }

    private Answer unlink(RemOnlineRequest ask) {
        ObjectNode row = find(ask);
        List<Long> left = members(row);
        if (!left.remove(Long.valueOf(ask.id("person")))) {
            throw Dialect.notFound();
        }
        left.forEach(row.putArray(MEMBERS)::add);
        return Answer.empty(204);
    }

    private Answer comment(RemOnlineRequest ask, long on) {
        ObjectNode body = ask.checked(V2Orders.COMMENT);
        String text = body.path("comment").asText();
        account.comment("contact", on, text, body.path("is_private").asBoolean());
        return account.written(body.put("id", account.nextLine()));
    }

    private ObjectNode find(RemOnlineRequest ask) {
        return rows().get(ask.id());
    }

    private long person(long id) {
        return account.people.get(id).id();
    }

    private Answer written(ObjectNode row) {
        row.put("modified_at", Shape.iso(account.now()));
        return account.written(shape(row));
    }

    private static ObjectNode shape(ObjectNode row) {
        return row.deepCopy().without(MEMBERS);
    }

    private static List<Long> members(ObjectNode row) {
        return Shape.ids(row.path(MEMBERS));
    }
}
