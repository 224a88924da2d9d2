package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import java.time.Duration;
import java.util.List;

/** A request for stations that are tested alone. */
final class TestRequest {

    private TestRequest() {}

    static ApiRequest of(Effect effect, Duration deadline, TimeSource time) {
        return of(effect, deadline, time, false);
    }

    static ApiRequest confidential(TimeSource time) {
        return of(Effect.READ, Duration.ofMinutes(1), time, true);
    }

    /** A request to a vendor whose status codes are proof. */
    static ApiRequest proven(Effect effect, boolean perItem, TimeSource time) {
        Endpoint<Json> endpoint = Endpoint.of(effect, "things.test", "GET", "/things", JsonType.of(Json.class));
        CallPlan plan = plan(perItem ? endpoint.perItem() : endpoint, Deadline.after(Duration.ofMinutes(1), time));
        CallPlan proven = new CallPlan(
                plan.endpoint(),
                plan.config(),
                plan.options(),
                plan.body(),
                plan.deadline(),
                plan.secrets(),
                null,
                true);
        return ApiRequest.of(proven, "GET", "http://localhost/things", List.of());
    }

    private static ApiRequest of(Effect effect, Duration deadline, TimeSource time, boolean confidential) {
        Endpoint<Json> endpoint = Endpoint.of(effect, "things.test", "GET", "/things", JsonType.of(Json.class));
        CallPlan plan = plan(confidential ? endpoint.confidential() : endpoint, Deadline.after(deadline, time));
        return ApiRequest.of(plan, "GET", "http://localhost/things", List.of());
    }

    static CallPlan plan(Endpoint<?> endpoint, Deadline deadline) {
        ClientConfig config = ClientConfig.builder()
                .baseUri("http://localhost")
                .largestBody(1024)
                .build();
        return new CallPlan(
                endpoint, config, CallOptions.none(), RequestBody.NONE, deadline, List.<Secret>of(), null, false);
    }
}
