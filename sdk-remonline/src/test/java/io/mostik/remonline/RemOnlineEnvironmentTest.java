package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemOnlineEnvironmentTest {

    @Test
    void givenAllVariables_whenTaken_thenTheClientIsMade() {
        EnvironmentVariables all = EnvironmentVariables.of(Map.of("MOSTIK_REMONLINE_KEY", "key-from-env"));

        try (RemOnline client = RemOnline.builder().from(all).build()) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void givenNoVariables_whenTaken_thenNamesTheMissingOne() {
        EnvironmentVariables none = EnvironmentVariables.of(Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RemOnline.builder().from(none))
                .withMessageContaining("MOSTIK_REMONLINE_KEY");
    }
}
