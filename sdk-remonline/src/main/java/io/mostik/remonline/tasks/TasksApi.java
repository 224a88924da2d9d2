package io.mostik.remonline.tasks;

import io.mostik.core.Paged;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.core.json.NoAnswer;
import io.mostik.remonline.common.Created;
import io.mostik.remonline.internal.OldLists;
import io.mostik.remonline.internal.OldPage;
import io.mostik.remonline.internal.One;
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

    private static final Endpoint<OldPage<Task>> LIST =
            Endpoint.read("tasks.list", "GET", "/tasks", JsonType.envelope(OldPage.class, Task.class));
    private static final Endpoint<One<Task>> GET =
            Endpoint.read("tasks.get", "GET", "/tasks/{id}", JsonType.envelope(One.class, Task.class));
    private static final Endpoint<Created> CREATE = Endpoint.once("tasks.create", "POST", "/tasks", Created.class);
    // Sent twice, it would undo what somebody else changed in between; the vendor document allows repeats of reads
    // only.
    private static final Endpoint<NoAnswer> UPDATE = Endpoint.once("tasks.update", "PUT", "/tasks/{id}");
    private static final Endpoint<NoAnswer> CLOSE = Endpoint.once("tasks.close", "POST", "/tasks/{id}/close");
    private static final Endpoint<NoAnswer> REOPEN = Endpoint.once("tasks.reopen", "POST", "/tasks/{id}/reopen");
    private static final Endpoint<NoAnswer> COMMENT = Endpoint.once("tasks.comment", "POST", "/tasks/{id}/comments");

    private final ApiClient api;

    /** Creates the API over an engine; use {@code RemOnline.tasks()}. */
    public TasksApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Returns one task.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public Task get(long id) {
        return api.call(GET).path("id", id).send().value();
    }

    /**
     * Returns the tasks that a query finds, 50 a page; nothing is sent until they are walked. An empty list can
     * mean that the key may not see the location.
     */
    public Paged<Task> list(TaskQuery query) {
        return OldLists.paged(() -> api.call(LIST), query, Task::id);
    }

    /** Makes one. Never sent twice: after a failure with {@code UNKNOWN}, {@link #reconcileCreate} looks for it. */
    public Created create(NewTask task) {
        return api.call(CREATE).json(task).send();
    }

    /**
     * Changes one. Never sent twice: somebody may have changed it meanwhile.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public void update(long id, NewTask task) {
        api.call(UPDATE).path("id", id).json(task).send();
    }

    /**
     * Closes one. Never sent twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public void close(long id) {
        api.call(CLOSE).path("id", id).send();
    }

    /**
     * Opens one again. Never sent twice: after a failure with {@code UNKNOWN}, look before trying again.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     */
    public void reopen(long id) {
        api.call(REOPEN).path("id", id).send();
    }

    /**
     * Adds a comment. Never sent twice: after a failure with {@code UNKNOWN}, look before trying again.
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
     * Looks for what came of a {@code create} whose outcome is {@code UNKNOWN}: the tasks of the same title and deadline for
     * any of the employees. Tasks do not say when they were made, so one of before may be among them.
     */
    public List<Task> reconcileCreate(NewTask task) {
        TaskQuery query = TaskQuery.builder()
                .addAllAssigneeIds(task.assignees())
                .addDeadlineAt(task.deadline().truncatedTo(ChronoUnit.SECONDS), task.deadline())
                .build();
        return list(query).stream()
                .filter(found -> found.title().filter(task.title()::equals).isPresent())
                .toList();
    }
}
