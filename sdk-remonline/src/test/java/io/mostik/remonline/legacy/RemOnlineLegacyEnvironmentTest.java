package io.mostik.remonline.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemOnlineLegacyEnvironmentTest {

    @Test
    void givenAllVariables_whenTaken_thenTheAddressHolds() {
        EnvironmentVariables all = EnvironmentVariables.of(
                Map.of("MOSTIK_REMONLINE_KEY", "key-from-env", "MOSTIK_REMONLINE_LEGACY_URL", "http://localhost:7"));

        try (RemOnlineLegacy client = RemOnlineLegacy.builder().from(all).build()) {
            assertThat(client).asString().contains("localhost:7").doesNotContain("key-from-env");
        }
    }

    @Test
    void givenNoVariables_whenTaken_thenNamesTheMissingOne() {
        EnvironmentVariables none = EnvironmentVariables.of(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemOnlineLegacy.builder().from(none))
                .withMessageContaining("MOSTIK_REMONLINE_KEY");
    }
}
