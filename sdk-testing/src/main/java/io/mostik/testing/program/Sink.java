package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatorServer;

/** Takes the webhooks that are sent while a state is played again: their receivers had them the first time. */
final class Sink implements AutoCloseable {

    private final SimulatorServer server;

    private Sink(SimulatorServer server) {
        this.server = server;
    }

    static Sink start() {
        return new Sink(SimulatorServer.start(request -> Answer.empty(200)));
    }

    /** Returns the same parameters, but the address of this. */
    JsonNode inPlaceOf(JsonNode given) {
        if (!given.has("url")) {
            return given;
        }
        ObjectNode other = given.deepCopy();
        return other.put("url", server.uri() + "/");
    }

    @Override
    public void close() {
        server.close();
    }
}
