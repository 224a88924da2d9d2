package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tasks. A row shows what was created, with its id and author. */
final class V1Tasks {

    static final Fields FIELDS = Fields.of(Kind.TEXT, "token", "title", "description")
            .and(Kind.DATE_TIME, "deadline")
            .and(Kind.IDS, "assignees")
            .and(Kind.OBJECT, "rel_obj");
    private static final Set<Integer> RELATED = Set.of(2, 3, 4, 6, 9);

    private final Account account;

    V1Tasks(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints.on("GET", "/tasks", this::list).on("POST", "/tasks", this::create);
    }

    private Answer list(RequestReader ask) {
        Set<Long> assignees = new HashSet<>(ask.ids("assignee_ids"));
        return new Filter<ObjectNode>(ask)
                .ids("author_ids", task -> Optional.of(task.path("author_id").asLong()))
                .range(
                        "deadline_at",
                        task -> Optional.of(
                                OffsetDateTime.parse(task.path("deadline").asText())
                                        .toInstant()))
                .and(task -> assignees.isEmpty() || hasAny(task.path("assignees"), assignees))
                .byDirection(account.tasks().values(), task -> task);
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS, Set.of("title", "deadline", "assignees"));
        body.remove("token");
        body.path("assignees").forEach(id -> {
            if (!account.dictionaries().employeesById().containsKey(id.asLong())) {
                ask.problem("assignees", "does not exist");
            }
        });
        JsonNode related = body.path("rel_obj");
        if (related.isObject() && !RELATED.contains(related.path("type").asInt())) {
            ask.problem("rel_obj", "has an unknown type");
        }
        ask.check();
        long id = account.nextLine();
        account.tasks().put(id, body.put("id", id).put("author_id", Dictionaries.OWNER));
        return V1Writes.done(account, id);
    }

    private static boolean hasAny(JsonNode ids, Set<Long> wanted) {
        for (JsonNode id : ids) {
            if (wanted.contains(id.asLong())) {
                return true;
            }
        }
        return false;
    }
}
