package io.mostik.pbx.vcclive.records;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.internal.VccAnswer;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Records of a project. Obtained from {@code VccLive.records()}. Thread-safe.
 *
 * @see <a href="https://vcc.live/developers/database-api/database/add-record">the vendor's reference</a>
 */
public final class RecordsApi {

    // Twice is two records, and the same person is called twice.
    private static final Endpoint<VccAnswer<Json>> ADD = Endpoint.once(
            "records.add", "POST", "/projects/{projectId}/records", JsonType.envelope(VccAnswer.class, Json.class));

    private final ApiClient api;

    /** Creates the API over an engine; use {@code VccLive.records()}. */
    public RecordsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Adds a record. Never sent twice: after a failure with {@code UNKNOWN}, look for the record before adding it again.
     *
     * @return the id of the record, where the vendor tells it; it may say no more than that it was added
     */
    public OptionalLong add(long projectId, NewRecord record) {
        return idIn(
                api.call(ADD).path("projectId", projectId).json(record).send().response());
    }

    private static OptionalLong idIn(Json response) {
        return response.number()
                .map(BigDecimal::longValue)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
