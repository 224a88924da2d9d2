package io.mostik.pbx.vcclive.projects;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.errors.BatchResult;
import io.mostik.pbx.vcclive.internal.BatchAnswer;
import io.mostik.pbx.vcclive.internal.Require;
import io.mostik.pbx.vcclive.internal.VccAnswer;
import io.mostik.pbx.vcclive.internal.VccDone;
import io.mostik.pbx.vcclive.internal.VccId;
import java.util.List;
import java.util.Objects;

/**
 * Custom fields of a project and their values. Obtained from {@code VccLive.fields()}. Thread-safe. To read them, see
 * {@link ProjectsApi#get}.
 *
 * @see <a href="https://vcc.live/developers/database-api/database/add-field-and-values">the vendor's reference</a>
 */
public final class FieldsApi {

    private static final String VALUES = "/projects/{projectId}/fields/{fieldId}/values";

    // Twice is an error that hides that the first one was made.
    private static final Endpoint<VccId> ADD =
            Endpoint.once("fields.add", "POST", "/projects/{projectId}/fields", VccId.class);
    private static final Endpoint<BatchAnswer> ADD_VALUES =
            Endpoint.once("fields.addValues", "POST", VALUES, BatchAnswer.class);
    // What the body holds is not public, so neither is what sending it twice does.
    private static final Endpoint<VccAnswer<Json>> UPDATE_VALUES =
            Endpoint.once("fields.updateValues", "PUT", VALUES, JsonType.envelope(VccAnswer.class, Json.class));
    private static final Endpoint<VccDone> DELETE_VALUE =
            Endpoint.repeatable("fields.deleteValue", "DELETE", VALUES + "/{valueId}", VccDone.class);

    private final ApiClient api;

    FieldsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Adds a field with its values. Never done twice: after a failure with {@code UNKNOWN}, read the project to see.
     *
     * @return the id of the field
     * @see <a href="https://vcc.live/developers/database-api/database/add-field-and-values">the vendor's page</a>
     */
    public long add(long projectId, NewField field) {
        return api.call(ADD).path("projectId", projectId).json(field).send().id();
    }

    /**
     * Adds values to a field of choice. The value of each element that was done is the new id. Never done twice.
     *
     * @see <a href="https://vcc.live/developers/database-api/database/add-new-values-to-a-field">the vendor's page</a>
     */
    public BatchResult<NewValue> addValues(long projectId, long fieldId, List<NewValue> values) {
        return api.call(ADD_VALUES)
                .path("projectId", projectId)
                .path("fieldId", fieldId)
                .json(Require.notEmpty("values", values))
                .send()
                .of(values);
    }

    /**
     * Changes values of a field. Experimental: the path is inferred, and the vendor's description of the body is not
     * public; it is sent as given, once.
     */
    public Json updateValues(long projectId, long fieldId, Json body) {
        return api.call(UPDATE_VALUES)
                .path("projectId", projectId)
                .path("fieldId", fieldId)
                .json(body)
                .send()
                .response();
    }

    /**
     * Removes a value of a field. Experimental: the path is inferred. Where the first try was carried out and its
     * answer lost, the repeat may report that there is no such value.
     */
    public void deleteValue(long projectId, long fieldId, long valueId) {
        api.call(DELETE_VALUE)
                .path("projectId", projectId)
                .path("fieldId", fieldId)
                .path("valueId", valueId)
                .send();
    }
}
