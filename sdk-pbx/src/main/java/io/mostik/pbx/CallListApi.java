package io.mostik.pbx;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The PBX's own list of calls, to find those whose pushes were lost. Obtained from {@code PbxClient.callList()}; needs
 * {@link PbxProfile#list()}. Thread-safe.
 */
public final class CallListApi {

    private static final String OPERATION = "calls.list";

    private final ApiClient api;
    private final PbxProfile profile;
    private final Map<String, Secret> secrets;

    CallListApi(ApiClient api, PbxProfile profile, Map<String, Secret> secrets) {
        this.api = api;
        this.profile = profile;
        this.secrets = secrets;
    }

    /**
     * Returns the calls of a period as the PBX lists them, in one answer; {@code PbxConfig.calls} reads them.
     *
     * @throws IllegalStateException if the profile does not say how the list is asked for; nothing was sent
     * @throws DecodingException if the answer holds no list
     */
    public List<Json> between(Instant from, Instant to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from must not be after to");
        }
        ListTemplate list = profile.list()
                .orElseThrow(() -> new IllegalStateException("the profile does not say how calls are listed"));
        RequestTemplate request = list.request();
        Endpoint<Json> endpoint =
                Endpoint.read(OPERATION, request.method(), request.endpointPath(), JsonType.of(Json.class));
        Json answer = request.fill(
                        api.call(endpoint), secrets, api.config().time(), name -> list.moment(name, from, to))
                .send();
        return list.calls(answer)
                .orElseThrow(() -> new DecodingException(
                        OPERATION + ": the answer holds no list of calls",
                        FailureInfo.lasting(OPERATION, Outcome.UNKNOWN, Phase.DECODE)));
    }
}
