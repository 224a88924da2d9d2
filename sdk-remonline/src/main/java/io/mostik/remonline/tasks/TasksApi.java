package io.mostik.remonline.tasks;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.internal.Acknowledged;
import io.mostik.remonline.internal.ListsV1;
import io.mostik.remonline.internal.PageV1;
import io.mostik.remonline.internal.SingleResult;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tasks. Only in the generation before version 2, which the vendor announced to end on 2026-09-01; the client sends
 * these calls there by itself. Obtained from {@code RemOnline.tasks()}. Thread-safe.
 *
 * @see <a href="https://roapp.readme.io/reference">the vendor's reference</a>
 */
public final class TasksApi {

    private static final Endpoint<PageV1<Task>> LIST =
            Endpoint.read("tasks.list", "GET", "/tasks", JsonType.envelope(PageV1.class, Task.class));
    private static final Endpoint<SingleResult<Task>> GET =
            Endpoint.read("tasks.get", "GET", "/tasks/{id}", JsonType.envelope(SingleResult.class, Task.class));
    private static final Endpoint<Created> CREATE = Endpoint.once("tasks.create", "POST", "/tasks", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<Acknowledged> UPDATE =
            Endpoint.once("tasks.update", "PUT", "/tasks/{id}", Acknowledged.class);
    private static final Endpoint<Acknowledged> CLOSE =
            Endpoint.once("tasks.close", "POST", "/tasks/{id}/close", Acknowledged.class);
    private static final Endpoint<Acknowledged> REOPEN =
            Endpoint.once("tasks.reopen", "POST", "/tasks/{id}/reopen", Acknowledged.class);
    private static final Endpoint<Acknowledged> COMMENT =
            Endpoint.once("tasks.comment", "POST", "/tasks/{id}/comments", Acknowledged.class);

    private final ApiClient api;

    TasksApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns one task.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public Task get(long id) {
        return api.call(GET).path("id", id).send().value();
    }

    /**
     * Returns the tasks that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Task> list(TaskQuery query) {
        return ListsV1.paged(() -> api.call(LIST), query, Task::id);
    }

    /** Makes one. Never done twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewTask task) {
        return api.call(CREATE).json(task).send();
    }

    /**
     * Changes one. Never done twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void update(long id, NewTask task) {
        api.call(UPDATE).path("id", id).json(task).send();
    }

    /**
     * Closes one. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void close(long id) {
        api.call(CLOSE).path("id", id).send();
    }

    /**
     * Opens one again. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @throws io.mostik.core.NotFoundException if no object has this id
     */
    public void reopen(long id) {
        api.call(REOPEN).path("id", id).send();
    }

    /**
     * Adds a comment. Never done twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @param isPrivate whether clients may not see it
     */
    public void comment(long id, String text, boolean isPrivate) {
        api.call(COMMENT)
                .path("id", id)
                .json(Map.of("message", text, "is_private", isPrivate))
                .send();
    }

    /**
     * Looks for what a {@code create} whose outcome is {@code UNKNOWN} may have created: the tasks of the same title
     * and deadline for any of the employees. Tasks have no creation time, so older ones may be among them.
     */
    public List<Task> reconcileCreate(NewTask task) {
        TaskQuery query = TaskQuery.builder()
                .addAllAssigneeIds(task.assignees())
                .deadlineBetween(task.deadline().truncatedTo(ChronoUnit.SECONDS), task.deadline())
                .build();
        return whole().list(query).stream()
                .filter(found -> found.title().filter(task.title()::equals).isPresent())
                .toList();
    }

    /** A row left out would look like one that was never made. */
    private TasksApi whole() {
        return new TasksApi(api.withoutSkipping());
    }
}
