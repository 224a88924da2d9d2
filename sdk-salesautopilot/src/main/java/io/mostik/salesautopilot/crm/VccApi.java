package io.mostik.salesautopilot.crm;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.internal.Answer;
import java.util.Map;
import java.util.Objects;

/**
 * The synchronisation with the Virtual Call Center, today VCC Live. Experimental: judging by its path it carries the
 * change of a record in the call centre into SalesAutopilot. Obtained from {@code SalesAutopilot.vcc()}. Thread-safe.
 */
public final class VccApi {

    // What hangs on a change of the record here is not documented.
    private static final Endpoint<Json> UPDATE_RECORD = Endpoint.once(
            "vcc.updateRecord", "PUT", "/vccupdaterecord/{sync}/project/{project}/record/{record}", Json.class);

    private final ApiClient api;

    VccApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Tells the change of a call-centre record, and returns what the vendor answers, which is not documented. Elsewhere
     * the vendor means by 0 or {@code false} that nothing was done.
     *
     * @param sync the vendor's {@code mmsyncid}
     * @param project the project in the call centre
     * @param record the record in the call centre
     * @param fields fields of that record
     * @throws io.mostik.core.DecodingException with {@code UNKNOWN} if the answer is empty or a text
     */
    public Json updateRecord(String sync, String project, String record, Map<String, ?> fields) {
        return Answer.of(
                        UPDATE_RECORD,
                        api.call(UPDATE_RECORD)
                                .path("sync", sync)
                                .path("project", project)
                                .path("record", record)
                                .json(fields))
                .said();
    }
}
