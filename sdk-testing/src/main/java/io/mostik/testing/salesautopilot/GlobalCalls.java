package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import java.util.Optional;

/** Global variables; made without their prefix, changed and read with it. */
record GlobalCalls(Account account) {

    private static final String PREFIX = "global_";

    void addTo(Endpoints<RequestReader> endpoints) {
        endpoints
                .post("/createglobalvar", this::create)
                .post("/updateglobalvar", this::update)
                .get(
                        "/getglobalvar/name/{name}",
                        ask -> account.replies.one(Optional.ofNullable(account.variables.get(ask.path("name")))));
    }

    private Answer create(RequestReader ask) {
        JsonNode body = ask.object();
        String name = Parameters.filled(body, "name");
        ask.require("name", name.matches("[A-Za-z0-9_]+"));
        JsonObject variable = new JsonObject()
                .with("html", Parameters.filled(body, "html"))
                .with("text", Parameters.text("text", body.path("text")));
        return account.replies.flag(account.variables.putIfAbsent(PREFIX + name, variable) == null);
    }

    private Answer update(RequestReader ask) {
        JsonNode body = ask.object();
        Optional<JsonObject> variable = Optional.ofNullable(account.variables.get(Parameters.filled(body, "name")));
        for (String part : new String[] {"html", "text"}) {
            if (body.has(part)) {
                variable.ifPresent(known -> known.put(part, Parameters.text(part, body.path(part))));
            }
        }
        return account.replies.flag(variable.isPresent());
    }
}
