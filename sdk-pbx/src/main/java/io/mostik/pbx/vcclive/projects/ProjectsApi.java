package io.mostik.pbx.vcclive.projects;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.internal.BatchAnswer;
import io.mostik.pbx.vcclive.internal.Require;
import io.mostik.pbx.vcclive.internal.VccAnswer;
import io.mostik.pbx.vcclive.internal.VccId;
import io.mostik.pbx.vcclive.internal.VccList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Projects and their quotas. Obtained from {@code VccLive.projects()}. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/database-api/project/get-project-parameters">the vendor's reference</a>
 */
public final class ProjectsApi {

    private static final Endpoint<VccList<Project>> LIST =
            Endpoint.read("projects.list", "GET", "/projects", JsonType.envelope(VccList.class, Project.class));
    private static final Endpoint<VccAnswer<ProjectParameters>> GET = Endpoint.read(
            "projects.get",
            "GET",
            "/projects/{projectId}",
            JsonType.envelope(VccAnswer.class, ProjectParameters.class));
    // Twice is two projects, or an error that hides that the first one was made.
    private static final Endpoint<VccId> CLONE =
            Endpoint.once("projects.clone", "PUT", "/projects/clone/{projectId}", VccId.class);
    private static final Endpoint<VccAnswer<Quotas>> QUOTAS = Endpoint.read(
            "projects.quotas", "GET", "/projects/{projectId}/quotas", JsonType.envelope(VccAnswer.class, Quotas.class));
    // Limits are absolute numbers.
    private static final Endpoint<BatchAnswer> UPDATE_QUOTAS =
            Endpoint.repeatable("projects.updateQuotas", "POST", "/projects/{projectId}/quotas", BatchAnswer.class);

    private final ApiClient api;

    ProjectsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns all projects, active or not, and their folders. */
    public List<Project> list() {
        return api.call(LIST).send().response();
    }

    /**
     * Returns the fields, values and dispositions of a project.
     *
     * @throws io.mostik.core.NotFoundException if there is none with this id
     * @see <a href="https://vcc.live/developers/database-api/project/get-project-parameters">the vendor's page</a>
     */
    public ProjectParameters get(long projectId) {
        return api.call(GET).path("projectId", projectId).send().response();
    }

    /**
     * Makes a copy of a project. Never done twice: after a failure with {@code UNKNOWN}, look for the name in
     * {@link #list()}.
     *
     * @param name of the copy; must not be in use
     * @return the id of the copy
     */
    public long cloneAs(long projectId, String name) {
        return api.call(CLONE)
                .path("projectId", projectId)
                .json(Map.of("name", name))
                .send()
                .id();
    }

    /**
     * Returns the quota limits of a project, and how far they are used.
     *
     * @see <a href="https://vcc.live/developers/database-api/project/get-quota-limits">the vendor's page</a>
     */
    public Quotas quotas(long projectId) {
        return api.call(QUOTAS).path("projectId", projectId).send().response();
    }

    /**
     * Sets quota limits; those not named stay as they are.
     *
     * @see <a href="https://vcc.live/?p=35261">the vendor's page</a>
     */
    public BatchResult<QuotaUpdate> updateQuotas(long projectId, List<QuotaUpdate> changes) {
        return api.call(UPDATE_QUOTAS)
                .path("projectId", projectId)
                .json(Require.notEmpty("changes", changes))
                .send()
                .of(changes);
    }
}
