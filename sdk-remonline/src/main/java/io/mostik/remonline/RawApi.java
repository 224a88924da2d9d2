package io.mostik.remonline;

import io.mostik.core.Effect;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import java.util.Locale;
import java.util.Objects;

/**
 * Any call, for what has no method yet: through the same credentials, limits, rules of repeating and redaction. Obtained
 * from {@code RemOnline.raw()}. Thread-safe.
 */
public final class RawApi {

    private static final JsonType<Json> ANYTHING = JsonType.of(Json.class);

    private final ApiClient api;

    /** Creates the API over an engine; use {@code RemOnline.raw()}. */
    public RawApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /**
     * Starts a call; its {@code send()} returns the answer as it came, a text that is no JSON as a text.
     *
     * @param effect what the call does at the vendor; {@code ONCE} when in doubt
     * @param method the HTTP verb
     * @param path below the base, such as {@code /finance/accounts/{id}}, with variables in braces
     * @throws IllegalArgumentException if the verb or the path could not be one
     */
    public Call<Json> call(Effect effect, String method, String path) {
        return api.call(Endpoint.of(effect, operation(method), method, checked(path), ANYTHING));
    }

    /** One name per verb: names are kept, and paths may hold ids. */
    private static String operation(String method) {
        if (!method.matches("[A-Z]{3,7}")) {
            throw new IllegalArgumentException("method must be an HTTP verb in capitals");
        }
        return "raw." + method.toLowerCase(Locale.ROOT);
    }

    private static String checked(String path) {
        boolean plain = path.matches("/[A-Za-z0-9_\\-./{}]*");
        if (!plain || path.contains("..") || path.contains("//")) {
            throw new IllegalArgumentException(
                    "path must start with a slash and hold letters, digits, '-', '_', '.', '/' and variables only");
        }
        return path;
    }
}
