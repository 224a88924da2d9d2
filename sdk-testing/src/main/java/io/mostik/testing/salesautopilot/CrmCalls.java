package io.mostik.testing.salesautopilot;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks of the CRM, and the changes that a call centre tells. Of a task only {@code event_id} is documented. */
final class CrmCalls {

    private final Account account;
    private final Replies replies;
    private final List<Task> tasks = new ArrayList<>();
    private final List<String> callCentreUpdates = new ArrayList<>();
    private long next = 501;

    /** Something to do for a list; a status of one is closed. */
    private static final class Task {

        private final long id;
        private final long list;
        private final String title;
        private int status;

        Task(long id, long list, String title) {
            this.id = id;
            this.list = list;
            this.title = title;
        }

        Map<String, Object> wire() {
            Map<String, Object> wire = new LinkedHashMap<>();
            wire.put("event_id", Long.toString(id));
            wire.put("title", title);
            wire.put("status", Integer.toString(status));
            return wire;
        }
    }

    CrmCalls(Account account, Replies replies) {
        this.account = account;
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/listtask/{nl}", (request, path) -> list(path, "0", "1"))
                .on(
                        "POST",
                        "/listtask/{nl}",
                        (request, path) -> list(path, Parameters.filled(Parameters.object(request), "status")))
                .on("GET", "/closeevent/{event}", this::close)
                .on("PUT", "/vccupdaterecord/{sync}/project/{project}/record/{record}", this::callCentre);
    }

    long add(long list, String title) {
        tasks.add(new Task(next, account.list(list).id, title));
        next++;
        return next - 1;
    }

    List<String> callCentreUpdates() {
        return List.copyOf(callCentreUpdates);
    }

    private Answer list(Map<String, String> path, String... statuses) {
        long list = account.list(Parameters.id(path, "nl")).id;
        return replies.many(tasks.stream()
                .filter(task -> task.list == list && List.of(statuses).contains(Integer.toString(task.status)))
                .map(Task::wire)
                .toList());
    }

    private Answer close(RecordedRequest request, Map<String, String> path) {
        List<Task> found = tasks.stream()
                .filter(task -> task.id == Parameters.id(path, "event"))
                .toList();
        found.forEach(task -> task.status = 1);
        return replies.flag(!found.isEmpty());
    }

    private Answer callCentre(RecordedRequest request, Map<String, String> path) {
        Parameters.object(request);
        callCentreUpdates.add(path.get("sync") + "/" + path.get("project") + "/" + path.get("record"));
        return replies.flag(true);
    }
}
