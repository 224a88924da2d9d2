package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Calls of operations that a client has no method for. They go the way of all others: same credentials, limits,
 * retries, errors and redaction. Obtained from the {@code raw()} of a client; thread-safe.
 *
 * <pre>{@code
 * Json accounts = client.raw()
 *         .call(Effect.READ, "GET", "/finance/accounts/{id}")
 *         .path("id", 7)
 *         .query("page", 2)
 *         .send();
 *
 * client.raw().call(Effect.ONCE, "POST", "/tasks").json(Map.of("title", "call back")).send();
 * }</pre>
 *
 * <p>The answer is the vendor's JSON as it came, its envelope included. An answer that reports an error is an
 * exception.
 */
public final class RawApi {

    private static final JsonType<Json> ANYTHING = JsonType.of(Json.class);
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PATH = Pattern.compile("/|(/([A-Za-z0-9_.~-]|\\{[A-Za-z0-9_]+})+)+/?");
    private static final Pattern DOTS = Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)");

    private final Function<Endpoint<Json>, Call<Json>> engine;

    private RawApi(Function<Endpoint<Json>, Call<Json>> engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /** Returns the raw calls of an engine. */
    public static RawApi over(ApiClient api) {
        return over(api::call);
    }

    /** Returns the raw calls of a client that starts its calls by itself, as one with several hosts. */
    public static RawApi over(Function<Endpoint<Json>, Call<Json>> engine) {
        return new RawApi(engine);
    }

    /**
     * Starts a call; its {@code send()} returns the answer.
     *
     * @param effect what the call does at the vendor, which decides whether it may be sent again; {@code ONCE} when in
     *     doubt
     * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
     * @param path below the client's base address, such as {@code /finance/accounts/{id}}: segments of letters, digits,
     *     {@code - _ . ~} and variables, which {@link Call#path} fills in and encodes
     * @throws IllegalArgumentException if the method is none of these, or the path has another form or could leave the
     *     base
     */
    public Call<Json> call(Effect effect, String method, String path) {
        if (!VERBS.contains(method)) {
            throw new IllegalArgumentException("method must be GET, POST, PUT, PATCH or DELETE");
        }
        if (!PATH.matcher(path).matches() || DOTS.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "path must be segments of letters, digits, '-', '_', '.', '~' and variables");
        }
        // One name for each method: names are kept in metrics, and paths may hold ids.
        String operation = "raw." + method.toLowerCase(Locale.ROOT);
        return engine.apply(Endpoint.of(effect, operation, method, path, ANYTHING));
    }
}
