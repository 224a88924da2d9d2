package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request for stations that are tested alone. */
final class TestRequest {

    private TestRequest() {}

    static ApiRequest of(Effect effect, Duration deadline, TimeSource time) {
        return of(effect, deadline, time, false);
    }

    static ApiRequest confidential(TimeSource time) {
        return of(Effect.READ, Duration.ofMinutes(1), time, true);
    }

    private static ApiRequest of(Effect effect, Duration deadline, TimeSource time, boolean confidential) {
        CallPlan plan = new CallPlan(
                "things.test",
                effect,
                RateLimit.none(),
                confidential,
                RequestBody.NONE,
                Deadline.after(deadline, time),
                Duration.ofSeconds(15),
                1024,
                List.<Secret>of(),
                Optional.empty(),
                response -> "result",
                null);
        return ApiRequest.of(plan, "GET", "http://localhost/things", List.of());
    }
}
