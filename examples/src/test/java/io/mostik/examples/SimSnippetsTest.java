package io.mostik.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.testing.program.MostikSim;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of {@code mostik-sim} gives to copy is Java that compiles. */
class SimSnippetsTest {

    @Test
    void givenJavaSnippets_whenCompiled_thenNothingIsWrong(@TempDir Path work) throws Exception {
        try (MostikSim sim = MostikSim.start("--port", "0")) {
            byte[] program = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(sim.uri().resolve("/control")).build(), BodyHandlers.ofByteArray())
                    .body();

            for (Json vendor : JsonCodec.camelCase()
                    .read(JsonType.of(Json.class), program)
                    .get("vendors")
                    .elements()) {
                String snippet = vendor.at("snippets", "java").text().orElseThrow();

                assertThat(JavaBlock.of(snippet, work).compile()).as(snippet).isEmpty();
            }
        }
    }
}
