package io.mostik.salesautopilot;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallOptions;
import java.time.Duration;

/**
 * The engines under a client.
 *
 * @param v1 of version 1
 * @param v2 of version 2
 * @param login logs in to version 2
 * @param deadline how long one call can last at most
 */
record Engines(ApiClient v1, ApiClient v2, ApiClient login, Duration deadline) {

    Engines with(CallOptions options) {
        return new Engines(
                v1.with(options),
                v2.with(options),
                login,
                options.deadline().orElse(v1.config().deadline()));
    }

    void close() {
        v2.close();
        login.close();
        v1.close();
    }
}
