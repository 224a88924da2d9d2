package io.mostik.salesautopilot.internal;

import io.mostik.core.Effect;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import java.util.Set;

/** Guards calls of operations that the SDK does not know: they stay on the vendor's host, under its paths. */
public final class OpenRequest {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private OpenRequest() {}

    /** Returns the endpoint of a path template. */
    public static Endpoint<Json> endpoint(Effect effect, String method, String path, JsonType<Json> answer) {
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("method must be one of " + METHODS);
        }
        boolean plain = path.matches("(/([A-Za-z0-9_-]+|\\{[A-Za-z0-9_]+\\}))+");
        if (!plain) {
            throw new IllegalArgumentException("path must be segments of letters, digits, _ and -, or {variables}");
        }
        String name = path.split("/", -1)[1];
        return Endpoint.of(effect, "request." + name, method, path, answer);
    }
}
