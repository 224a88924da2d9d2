package io.mostik.pbx.vipex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VipexEnvironmentTest {

    @Test
    void givenAllVariables_whenTaken_thenTheClientIsMade() {
        EnvironmentVariables all = EnvironmentVariables.of(Map.of(
                "MOSTIK_VIPEX_URL", "https://pbx.example",
                "MOSTIK_VIPEX_USER", "user",
                "MOSTIK_VIPEX_PASSWORD", "password-from-env"));

        try (Vipex client = Vipex.builder().from(all).build()) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void givenNoVariables_whenTaken_thenNamesTheMissingOne() {
        EnvironmentVariables none = EnvironmentVariables.of(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vipex.builder().from(none))
                .withMessageContaining("MOSTIK_VIPEX_URL");
    }
}
