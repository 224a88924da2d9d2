package io.mostik.pbx.vcclive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VccLiveEnvironmentTest {

    @Test
    void givenAllVariables_whenTaken_thenTheClientIsMade() {
        EnvironmentVariables all =
                EnvironmentVariables.of(Map.of("MOSTIK_VCC_CUSTOMER", "shop", "MOSTIK_VCC_TOKEN", "token-from-env"));

        try (VccLive client = VccLive.builder().from(all).build()) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void givenNoVariables_whenTaken_thenNamesTheMissingOne() {
        EnvironmentVariables none = EnvironmentVariables.of(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VccLive.builder().from(none))
                .withMessageContaining("MOSTIK_VCC_CUSTOMER");
    }
}
