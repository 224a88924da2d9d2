package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Global variables; made without their prefix, changed and read with it. */
final class GlobalCalls {

    private static final String PREFIX = "global_";

    private final Replies replies;
    private final Map<String, Map<String, Object>> variables = new HashMap<>();

    GlobalCalls(Replies replies) {
        this.replies = replies;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/createglobalvar", this::create)
                .on("POST", "/updateglobalvar", this::update)
                .on(
                        "GET",
                        "/getglobalvar/name/{name}",
                        (request, path) ->
                                replies.one(Optional.ofNullable(variables.get(path.getOrDefault("name", "")))));
    }

    private Answer create(RecordedRequest request, Map<String, String> path) {
        JsonNode body = Parameters.object(request);
        String name = Parameters.filled(body, "name");
        if (!name.matches("[A-Za-z0-9_]+")) {
            throw Refusals.wrongParameters("name");
        }
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("html", Parameters.filled(body, "html"));
        variable.put("text", Parameters.text("text", body.path("text")));
        return replies.flag(variables.putIfAbsent(PREFIX + name, variable) == null);
    }

    private Answer update(RecordedRequest request, Map<String, String> path) {
        JsonNode body = Parameters.object(request);
        Optional<Map<String, Object>> variable = Optional.ofNullable(variables.get(Parameters.filled(body, "name")));
        for (String part : new String[] {"html", "text"}) {
            if (body.has(part)) {
                variable.ifPresent(known -> known.put(part, Parameters.text(part, body.path(part))));
            }
        }
        return replies.flag(variable.isPresent());
    }
}
