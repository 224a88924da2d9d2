package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.core.http.Endpoint;
import io.mostik.testing.program.MostikSim;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The rows of {@code mostik-sim}'s page against what the clients of VCC Live declare. */
class SimulatorRowsTest {

    /** Their titles alone are public: the simulator does not play them. */
    private static final Set<String> NOT_PLAYED = Set.of("voiceFiles.months", "fields.updateValues", "records.list");

    @Test
    void givenClients_whenComparedWithRows_thenTheyAreTheSame() throws Exception {
        try (MostikSim sim = MostikSim.start("vcclive", "--port", "0")) {
            JsonNode shown;
            try (InputStream answer =
                    sim.uri().resolve("/control/vcclive").toURL().openStream()) {
                shown = new ObjectMapper().readTree(answer);
            }
            List<String> rows = StreamSupport.stream(shown.path("endpoints").spliterator(), false)
                    .map(row -> row.path(0).asText() + " " + shape(row.path(1).asText()))
                    .toList();

            assertThat(rows)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(VccEndpoints.all().stream()
                            .filter(endpoint -> !NOT_PLAYED.contains(endpoint.operation()))
                            .map(endpoint -> endpoint.method() + " " + base(endpoint) + shape(endpoint.path()))
                            .distinct()
                            .toList());
        }
    }

    private static String base(Endpoint<?> endpoint) {
        return switch (endpoint.operation().replaceFirst("\\..*", "")) {
            case "campaigns" -> "/api/v1";
            case "desktop" -> "";
            default -> "/v2";
        };
    }

    private static String shape(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }
}
