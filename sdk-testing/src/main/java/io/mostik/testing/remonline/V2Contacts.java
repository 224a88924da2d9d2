package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Organisations of v2, who belongs to them, and what else can be done to contacts. */
final class V2Contacts {

    private static final Fields COMMENT = Fields.of(Kind.TEXT, "comment").and(Kind.FLAG, "is_private");
    private static final Fields FIELDS = V2People.FIELDS
            .without("first_name", "last_name", "birthday")
            .and(Kind.TEXT, "name", "business_registration_number");
    private static final String MEMBERS = "people_ids";

    private final Account account;
    private final Map<Long, ObjectNode> rows;
    private final V2People people;

    V2Contacts(Account account, V2People people) {
        this.account = account;
        this.rows = account.shelf(Shelf.ORGANIZATIONS);
        this.people = people;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/contacts/people/{id}/organizations", this::organizationsOf)
                .on("POST", "/v2/contacts/people/{id}/comments", ask -> comment(ask, person(ask.id("id"))))
                .on("POST", "/v2/contacts/people/{id}/merge", this::mergePeople)
                .on("DELETE", "/v2/contacts/people/{id}", this::deletePerson)
                .on("GET", "/v2/contacts/organizations", this::list)
                .on("POST", "/v2/contacts/organizations", this::create)
                .on("GET", "/v2/contacts/organizations/{id}", ask -> Answer.json(200, shape(find(ask))))
                .on("PATCH", "/v2/contacts/organizations/{id}", this::update)
                .on("DELETE", "/v2/contacts/organizations/{id}", this::delete)
                .on("GET", "/v2/contacts/organizations/{id}/people", this::peopleOf)
                .on("POST", "/v2/contacts/organizations/{id}/people/{person}", this::link)
                .on("DELETE", "/v2/contacts/organizations/{id}/people/{person}", this::unlink)
                .on("POST", "/v2/contacts/organizations/{id}/comments", ask -> comment(ask, Rows.id(find(ask))))
                .on("POST", "/v2/contacts/organizations/{id}/merge", this::merge);
    }

    private Answer list(RequestReader ask) {
        ask.one("sort");
        return new Filter<ObjectNode>(ask)
                .parts("names", row -> row.path("name").asText())
                .phones("phones", row -> row.findValuesAsText("phone"))
                .ids("managers", row -> Rows.ref(row, "manager_id"))
                .range("created_at", row -> Rows.moment(row, "created_at"))
                .range("modified_at", row -> Rows.moment(row, "modified_at"))
                .newestFirst(rows.values(), V2Contacts::shape);
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS, Set.of("name"));
        ask.check();
        body.put("id", account.nextLine()).put("created_at", Shape.iso(account.now()));
        body.putArray(MEMBERS);
        rows.put(Rows.id(body), body);
        return written(body);
    }

    private Answer update(RequestReader ask) {
        ObjectNode row = find(ask);
        ObjectNode body = ask.body(FIELDS, Set.of());
        ask.check();
        row.setAll(body);
        return written(row);
    }

    private Answer delete(RequestReader ask) {
        rows.remove(Rows.id(find(ask)));
        return Answer.empty(204);
    }

    private Answer merge(RequestReader ask) {
        ObjectNode row = find(ask);
        mergeIds(ask, rows).forEach(rows::remove);
        return written(row);
    }

    private Answer mergePeople(RequestReader ask) {
        long kept = person(ask.id("id"));
        mergeIds(ask, account.people()).forEach(account.people()::remove);
        return Answer.json(200, people.shape(account.person(kept)));
    }

    private Set<Long> mergeIds(RequestReader ask, Map<Long, ?> known) {
        Set<Long> gone = new LinkedHashSet<>();
        ask.body(Fields.of(Kind.IDS, "ids"), Set.of("ids")).path("ids").forEach(id -> gone.add(id.asLong()));
        if (!known.keySet().containsAll(gone)) {
            ask.problem("ids", "does not exist");
        }
        ask.check();
        return gone;
    }

    private Answer deletePerson(RequestReader ask) {
        account.people().remove(person(ask.id("id")));
        return Answer.empty(204);
    }

    private Answer organizationsOf(RequestReader ask) {
        long person = person(ask.id("id"));
        List<ObjectNode> found = rows.values().stream()
                .filter(row -> members(row).contains(person))
                .toList();
        return Answer.json(200, Sheet.data(found, V2Contacts::shape));
    }

    private Answer peopleOf(RequestReader ask) {
        List<PersonRow> found = members(find(ask)).stream()
                .flatMap(id -> Optional.ofNullable(account.people().get(id)).stream())
                .toList();
        return Answer.json(200, Sheet.data(found, people::shape));
    }

    private Answer link(RequestReader ask) {
        ObjectNode row = find(ask);
        long person = person(ask.id("person"));
        if (!members(row).contains(person)) {
            ((ArrayNode) row.path(MEMBERS)).add(person);
        }
        return written(row);
    }

    private Answer unlink(RequestReader ask) {
        ObjectNode row = find(ask);
        List<Long> left = new ArrayList<>(members(row));
        if (!left.remove(Long.valueOf(ask.id("person")))) {
            throw Refusals.notFound();
        }
        ArrayNode members = row.putArray(MEMBERS);
        left.forEach(members::add);
        return Answer.empty(204);
    }

    private Answer comment(RequestReader ask, long on) {
        ObjectNode body = ask.body(COMMENT, Set.of("comment"));
        ask.check();
        account.comment(
                "contact",
                on,
                body.path("comment").asText(),
                body.path("is_private").asBoolean());
        return Answer.json(200, account.writeAnswer.wrap(body.put("id", account.nextLine())));
    }

    private ObjectNode find(RequestReader ask) {
        return Rows.find(rows, ask.id("id"));
    }

    private long person(long id) {
        if (!account.people().containsKey(id)) {
            throw Refusals.notFound();
        }
        return id;
    }

    private Answer written(ObjectNode row) {
        row.put("modified_at", Shape.iso(account.now()));
        return Answer.json(200, account.writeAnswer.wrap(shape(row)));
    }

    private static ObjectNode shape(ObjectNode row) {
        return row.deepCopy().without(MEMBERS);
    }

    private static List<Long> members(ObjectNode row) {
        List<Long> ids = new ArrayList<>();
        row.path(MEMBERS).forEach(id -> ids.add(id.asLong()));
        return ids;
    }
}
