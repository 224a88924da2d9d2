package io.mostik.salesautopilot.crm;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.ids.EventId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.internal.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tasks of one list. Obtained from {@code SalesAutopilot.crm(list)}. Thread-safe. */
public final class CrmApi {

    private static final Endpoint<Json> ALL = Endpoint.read("crm.allTasks", "GET", "/listtask/{nl}", Json.class);
    private static final Endpoint<Json> SOME = Endpoint.read("crm.tasks", "POST", "/listtask/{nl}", Json.class);
    // By GET, and still a change; closing twice is closing.
    private static final Endpoint<Json> CLOSE =
            Endpoint.repeatable("crm.close", "GET", "/closeevent/{event}", Json.class);

    private final ApiClient api;
    private final ListId list;

    CrmApi(ApiClient api, ListId list) {
        this.api = Objects.requireNonNull(api, "api");
        this.list = Objects.requireNonNull(list, "list");
    }

    /** Returns all tasks. */
    public List<CrmTask> tasks() {
        return tasks(Answer.of(ALL, api.call(ALL).path("nl", list)));
    }

    /** Returns the tasks that are open. */
    public List<CrmTask> openTasks() {
        return tasks(Answer.of(SOME, api.call(SOME).path("nl", list).json(Map.of("status", 0))));
    }

    /** Returns the tasks that are closed. */
    public List<CrmTask> closedTasks() {
        return tasks(Answer.of(SOME, api.call(SOME).path("nl", list).json(Map.of("status", 1))));
    }

    /** Closes a task, and returns whether the vendor says that it did. */
    public boolean close(EventId task) {
        return Answer.of(CLOSE, api.call(CLOSE).path("event", task)).flag();
    }

    private static List<CrmTask> tasks(Answer answer) {
        return answer.rows(row -> CrmTask.of(row).orElseThrow(() -> answer.failure("a task without its id")));
    }
}
