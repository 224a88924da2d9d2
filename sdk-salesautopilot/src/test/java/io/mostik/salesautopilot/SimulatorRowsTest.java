package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.core.http.Endpoint;
import io.mostik.core.test.DeclaredEndpoints;
import io.mostik.testing.program.MostikSim;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of {@code mostik-sim}'s page against what the clients declare: SalesAutopilot, shops and invoicing programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorRowsTest {

    private static final Set<String> SOURCES = Set.of("woocommerce", "billingo", "szamlazz");

    /** Its name alone is public: the client has no method for it. */
    private static final String BEYOND = "DELETE /fieldoptiondelete/{}/{}/{}";

    private MostikSim sim;

    @BeforeAll
    void start() {
        sim = MostikSim.start("salesautopilot", "woocommerce", "billingo", "szamlazz", "--port", "0");
    }

    @AfterAll
    void stop() {
        sim.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesautopilot", "woocommerce", "billingo", "szamlazz"})
    void givenClient_whenComparedWithRows_thenTheyAreTheSame(String vendor) throws Exception {
        JsonNode shown;
        try (InputStream answer =
                sim.uri().resolve("/control/" + vendor).toURL().openStream()) {
            shown = new ObjectMapper().readTree(answer);
        }
        List<String> rows = StreamSupport.stream(shown.path("endpoints").spliterator(), false)
                .map(row -> row.path(0).asText() + " " + shape(row.path(1).asText()))
                .filter(row -> !row.equals(BEYOND))
                .toList();

        assertThat(rows)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(DeclaredEndpoints.besides(SalesAutopilot.class).stream()
                        .filter(endpoint -> vendor(endpoint).equals(vendor))
                        .map(endpoint -> endpoint.method() + " " + base(endpoint) + shape(endpoint.path()))
                        .distinct()
                        .toList());
    }

    private static String vendor(Endpoint<?> endpoint) {
        String first = endpoint.operation().replaceFirst("\\..*", "");
        return SOURCES.contains(first) ? first : "salesautopilot";
    }

    private static String base(Endpoint<?> endpoint) {
        return endpoint.operation().startsWith("v2.") ? "/v2" : "";
    }

    private static String shape(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }
}
