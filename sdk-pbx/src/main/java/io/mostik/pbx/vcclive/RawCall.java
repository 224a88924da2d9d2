package io.mostik.pbx.vcclive;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.pbx.vcclive.internal.VccAnswer;
import java.util.List;

/** Turns a raw request into a call. Its path consists of variables only, so that the guards of paths hold for it. */
final class RawCall {

    private static final JsonType<VccAnswer<Json>> ANY = JsonType.envelope(VccAnswer.class, Json.class);

    private RawCall() {}

    static Call<VccAnswer<Json>> of(ApiClient api, RawRequest request) {
        List<String> segments = request.path();
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            template.append("/{path[").append(i).append("]}");
        }
        Call<VccAnswer<Json>> call =
                api.call(Endpoint.of(request.effect(), "request", request.method(), template.toString(), ANY));
        for (int i = 0; i < segments.size(); i++) {
            call.path("path[" + i + "]", segments.get(i));
        }
        request.query().forEach(call::query);
        request.body().ifPresent(call::json);
        return call;
    }
}
