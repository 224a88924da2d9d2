package io.mostik.examples.springdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.spring.boot.test.MostikTest;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The way to the first order: what an embedder writes, counted. */
@MostikTest
@Import(FirstOrder.class)
class FirstOrderTest {

    private static final Path SOURCE =
            Path.of("../spring-desk/src/test/java/io/mostik/examples/springdesk/FirstOrder.java");

    @Autowired
    private RemOnlineSimulator vendor;

    @Autowired
    private FirstOrder first;

    @Autowired
    private ConfigurableEnvironment environment;

    @Test
    void givenOneProperty_whenFiveLinesAreWritten_thenTheOrderIsThere() throws IOException {
        long id = vendor.seedOrder();

        long shown = first.show(id).id();

        assertThat(shown).isEqualTo(id);
        assertThat(lines()).hasSize(6).endsWith("} // end::first[]");
        assertThat(properties().keySet())
                .filteredOn(name -> name.startsWith("mostik.remonline"))
                .containsExactlyInAnyOrder("mostik.remonline.api-key", "mostik.remonline.base-uri");
    }

    private static List<String> lines() throws IOException {
        List<String> all = Files.readAllLines(SOURCE);
        return all.subList(all.indexOf("// tag::first[]") + 1, all.size());
    }

    /** The address is there because of the simulator alone. */
    private Map<String, Object> properties() {
        return ((MapPropertySource) environment.getPropertySources().get("mostikSimulators")).getSource();
    }
}
