package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks of the CRM, and the changes that a call centre tells. Of a task only {@code event_id} is documented. */
record CrmCalls(Account account) {

    /** Something to do for a list; a status of one is closed. */
    record Task(long id, long list, String title, AtomicInteger status) {

        Map<String, Object> wire() {
            return new JsonObject()
                    .with("event_id", Long.toString(id))
                    .with("title", title)
                    .with("status", status.toString());
        }
    }

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .get("/listtask/{nl}", ask -> list(ask, "0", "1"))
                .post("/listtask/{nl}", ask -> list(ask, Parameters.filled(ask.object(), "status")))
                .get("/closeevent/{event}", this::close)
                .put("/vccupdaterecord/{sync}/project/{project}/record/{record}", this::callCentre);
    }

    private Answer list(RequestReader ask, String... statuses) {
        long list = account.list(ask).id;
        return account.replies.many(account.tasks.stream()
                .filter(task -> task.list == list && List.of(statuses).contains(task.status.toString()))
                .map(Task::wire)
                .toList());
    }

    private Answer close(RequestReader ask) {
        List<Task> found = account.tasks.stream()
                .filter(task -> task.id == ask.id("event"))
                .toList();
        found.forEach(task -> task.status.set(1));
        return account.replies.flag(!found.isEmpty());
    }

    private Answer callCentre(RequestReader ask) {
        ask.object();
        account.callCentreUpdates.add(ask.path("sync") + "/" + ask.path("project") + "/" + ask.path("record"));
        return account.replies.flag(true);
    }
}
