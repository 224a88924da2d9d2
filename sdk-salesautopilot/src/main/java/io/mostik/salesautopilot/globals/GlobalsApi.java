package io.mostik.salesautopilot.globals;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.internal.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Global variables, shown by letters of all lists. Names are given without the prefix {@code global_}. Obtained from
 * {@code SalesAutopilot.globals()}. Thread-safe.
 */
public final class GlobalsApi {

    private static final String PREFIX = "global_";

    private static final Endpoint<Json> CREATE =
            Endpoint.once("globals.create", "POST", "/createglobalvar", Json.class);
    private static final Endpoint<Json> UPDATE =
            Endpoint.repeatable("globals.update", "POST", "/updateglobalvar", Json.class);
    private static final Endpoint<Json> GET =
            Endpoint.read("globals.find", "GET", "/getglobalvar/name/{name}", Json.class);

    private final ApiClient api;

    GlobalsApi(ApiClient api) {
        this.api = Objects.requireNonNull(api, "api");
    }

    /** Adds a variable, and returns whether the vendor says that it did; not if the name is taken. */
    public boolean create(String name, GlobalVariable content) {
        if (content.html().isEmpty()) {
            throw new IllegalArgumentException("html must be given");
        }
        return Answer.of(CREATE, api.call(CREATE).json(body(checked(name), content)))
                .flag();
    }

    /** Changes a variable, and returns whether the vendor says that it did. What is absent stays. */
    public boolean update(String name, GlobalVariable content) {
        return Answer.of(UPDATE, api.call(UPDATE).json(body(PREFIX + checked(name), content)))
                .flag();
    }

    /** Returns a variable, if there is one. */
    public Optional<GlobalVariable> find(String name) {
        return Answer.of(GET, api.call(GET).path("name", PREFIX + checked(name)))
                .one(GlobalVariable.class);
    }

    private static Map<String, String> body(String name, GlobalVariable content) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("name", name);
        content.html().ifPresent(html -> body.put("html", html));
        content.text().ifPresent(text -> body.put("text", text));
        return body;
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9_]+") || name.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "name must be Latin letters, digits and underscores, without the prefix " + PREFIX);
        }
        return name;
    }
}
