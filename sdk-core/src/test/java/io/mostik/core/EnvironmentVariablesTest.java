package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {

    private final EnvironmentVariables variables = EnvironmentVariables.of(Map.of("KEY", "canary-key\n", "BLANK", " "));

    @Test
    void givenVariable_whenTaken_thenLosesItsBlanks() {
        assertThat(variables.secret("KEY").reveal()).isEqualTo("canary-key");
    }

    @Test
    void givenBlankVariable_whenTaken_thenCountsAsMissing() {
        assertThat(variables.find("BLANK")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> variables.get("BLANK"))
                .withMessageContaining("BLANK");
    }

    @Test
    void givenVariables_whenPrinted_thenNoValueIsShown() {
        assertThat(variables).asString().contains("KEY").doesNotContain("canary");
    }
}
