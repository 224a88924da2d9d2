package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesAutopilotEnvironmentTest {

    @Test
    void givenAllVariables_whenTaken_thenTheClientIsMade() {
        EnvironmentVariables all = EnvironmentVariables.of(
                Map.of("MOSTIK_SALESAUTOPILOT_USER", "user", "MOSTIK_SALESAUTOPILOT_PASSWORD", "password-from-env"));

        try (SalesAutopilot client = SalesAutopilot.builder().from(all).build()) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void givenNoVariables_whenTaken_thenNamesTheMissingOne() {
        EnvironmentVariables none = EnvironmentVariables.of(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesAutopilot.builder().from(none))
                .withMessageContaining("MOSTIK_SALESAUTOPILOT_USER");
    }
}
