package io.mostik.salesautopilot;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallOptions;

/** The engines under a client: one a version, and the log-in of the second. */
record Engines(ApiClient v1, ApiClient v2, ApiClient login) {

    Engines with(CallOptions options) {
        return new Engines(v1.with(options), v2.with(options), login);
    }

    void close() {
        v2.close();
        login.close();
        v1.close();
    }
}
