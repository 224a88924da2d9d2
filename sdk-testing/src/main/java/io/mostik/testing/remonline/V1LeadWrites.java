package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What happens to leads and tasks after they were made. */
final class V1LeadWrites {

    static final long FIRST_STATUS = 831;
    static final Map<Long, String> STATUSES =
            new TreeMap<>(Map.of(FIRST_STATUS, "New", 832L, "In progress", 833L, "Closed"));
    private static final Fields COMMENT =
            Fields.of(Kind.TEXT, "message", "token").and(Kind.FLAG, "is_private");

    private final Account account;

    V1LeadWrites(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("PUT", "/lead/", this::update)
                .on("POST", "/lead/status/", this::changeStatus)
                .on(
                        "POST",
                        "/lead/{id}/comments",
                        ask -> comment(ask, "lead", account.leads().containsKey(ask.id("id"))))
                .on(
                        "POST",
                        "/order/{id}/comments",
                        ask -> comment(ask, "order", account.orders().containsKey(ask.id("id"))))
                .on(
                        "POST",
                        "/clients/{id}/comments",
                        ask -> comment(ask, "client", account.people().containsKey(ask.id("id"))))
                .on(
                        "POST",
                        "/tasks/{id}/comments",
                        ask -> comment(ask, "task", account.tasks().containsKey(ask.id("id"))))
                .on("GET", "/tasks/{id}", this::task)
                .on("PUT", "/tasks/{id}", this::updateTask)
                .on("POST", "/tasks/{id}/close", ask -> closed(ask, true))
                .on("POST", "/tasks/{id}/reopen", ask -> closed(ask, false));
    }

    private Answer update(RequestReader ask) {
        Fields fields = V1Leads.FIELDS.and(Kind.ID, "lead_id", "status_id");
        ObjectNode body = checked(ask, ask.body(fields, Set.of("lead_id", "status_id")));
        ObjectNode lead = lead(body);
        move(lead, body.path("status_id").asLong());
        body.remove(List.of("token", "lead_id", "status_id"));
        lead.setAll(body);
        return V1Writes.done(account, Rows.id(lead));
    }

    private Answer changeStatus(RequestReader ask) {
        Fields fields = Fields.of(Kind.ID, "lead_id", "status_id").and(Kind.TEXT, "token");
        ObjectNode body = checked(ask, ask.body(fields, Set.of("lead_id", "status_id")));
        ObjectNode lead = lead(body);
        move(lead, body.path("status_id").asLong());
        return V1Writes.done(account, Rows.id(lead));
    }

    private ObjectNode checked(RequestReader ask, ObjectNode body) {
        account.require(ask, body, "lead_id");
        account.dictionaries().require(ask, body, "status_id", STATUSES);
        ask.check();
        return body;
    }

    private ObjectNode lead(ObjectNode body) {
        return Rows.find(account.leads(), body.path("lead_id").asLong());
    }

    private void move(ObjectNode lead, long status) {
        lead.set("status", V1Dictionaries.leadStatus(status));
        lead.put("modified_at", account.now().toEpochMilli());
    }

    private Answer comment(RequestReader ask, String on, boolean known) {
        if (!known) {
            throw Refusals.notFound();
        }
        ObjectNode body = ask.body(COMMENT, Set.of("message"));
        ask.check();
        long id = account.comment(
                on,
                ask.id("id"),
                body.path("message").asText(),
                body.path("is_private").asBoolean());
        return V1Writes.done(account, id);
    }

    private Answer task(RequestReader ask) {
        return Sheet.one(Rows.find(account.tasks(), ask.id("id")));
    }

    private Answer updateTask(RequestReader ask) {
        ObjectNode task = Rows.find(account.tasks(), ask.id("id"));
        ObjectNode body = ask.body(V1Tasks.FIELDS, Set.of("title", "deadline", "assignees"));
        ask.check();
        body.remove("token");
        task.setAll(body);
        return V1Writes.done(account, Rows.id(task));
    }

    private Answer closed(RequestReader ask, boolean closed) {
        ObjectNode task = Rows.find(account.tasks(), ask.id("id"));
        task.put("is_closed", closed);
        return V1Writes.done(account, Rows.id(task));
    }
}
