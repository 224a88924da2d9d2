package io.mostik.pbx.vcclive.projects;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.internal.VccList;
import java.util.List;
import java.util.Objects;

/**
 * Projects. Obtained from {@code VccLive.projects()}. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/database-api/project/get-project-parameters">the vendor's reference</a>
 */
public final class ProjectsApi {

    private static final Endpoint<VccList<Project>> LIST =
            Endpoint.read("projects.list", "GET", "/projects", JsonType.envelope(VccList.class, Project.class));

    private final ApiClient api;

    /** Creates the API over an engine; use {@code VccLive.projects()}. */
    public ProjectsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Returns all projects, active or not, and their folders. */
    public List<Project> list() {
        return api.call(LIST).send().response();
    }
}
