package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks. A row shows what was created, with its id and author. */
record V1Tasks(Account account) {

    private static final Fields FIELDS = Fields.of(Kind.TEXT, "title", "description")
            .and(Kind.DATE_TIME, "deadline")
            .and(Kind.IDS, "assignees")
            .and(Kind.OBJECT, "rel_obj")
            .requiring("title", "deadline", "assignees");
    private static final Set<Integer> RELATED = Set.of(2, 3, 4, 6, 9);

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/tasks", this::list)
                .post("/tasks", this::create)
                .get("/tasks/{id}", ask -> Sheet.one(account.tasks.get(ask.id())))
                .put("/tasks/{id}", this::update)
                .post("/tasks/{id}/close", ask -> closed(ask, true))
                .post("/tasks/{id}/reopen", ask -> closed(ask, false));
    }

    private Answer list(RemOnlineRequest ask) {
        List<Long> assignees = ask.ids("assignee_ids");
        return new Filter<ObjectNode>(ask)
                .ids("author_ids", task -> Shape.ref(task, "author_id"))
                .range("deadline_at", task -> Optional.of(deadline(task).toInstant()))
                .and(task -> assignees.isEmpty()
                        || Shape.ids(task.path("assignees")).stream().anyMatch(assignees::contains))
                .byDirection(account.tasks.all(), task -> task);
    }

    private static OffsetDateTime deadline(JsonNode task) {
        return OffsetDateTime.parse(task.path("deadline").asText());
    }

    private Answer create(RemOnlineRequest ask) {
        ObjectNode body = ask.body(FIELDS);
        Shape.ids(body.path("assignees"))
                .forEach(id -> ask.require("assignees", account.has("assignee_id", id), "does not exist"));
        JsonNode related = body.path("rel_obj");
        boolean known =
                !related.isObject() || RELATED.contains(related.path("type").asInt());
        ask.require("rel_obj", known, "has an unknown type");
        ask.check();
        body.put("id", account.nextLine()).put("author_id", Dictionaries.OWNER);
        return account.done(Shape.id(account.tasks.add(body)));
    }

    private Answer update(RemOnlineRequest ask) {
        ObjectNode task = account.tasks.get(ask.id());
        task.setAll(ask.checked(FIELDS));
        return account.done(Shape.id(task));
    }

    private Answer closed(RemOnlineRequest ask, boolean closed) {
        return account.done(Shape.id(account.tasks.get(ask.id()).put("is_closed", closed)));
    }
}
