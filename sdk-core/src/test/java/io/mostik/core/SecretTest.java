package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void givenSecret_whenPrinting_thenShowsAMask() {
        assertThat(Secret.of("hunter2").toString()).isEqualTo("***");
        assertThat(Secret.of("hunter2").reveal()).isEqualTo("hunter2");
        assertThat(Secret.of("hunter2")).isNotInstanceOf(Serializable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "pasted\n", "a\tb", "a\u0000"})
    void givenUnusableKey_whenMade_thenRefusesWithoutShowingIt(String value) {
        assertThatThrownBy(() -> Secret.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pasted");
    }

    @Test
    void givenVariableThatIsNotSet_whenRead_thenNamesIt() {
        assertThatThrownBy(() -> Secret.fromEnv("MOSTIK_NOT_SET")).hasMessageContaining("MOSTIK_NOT_SET");
    }

    @Test
    void givenVariableThatIsSet_whenRead_thenIsItsValue() {
        assertThat(Secret.fromEnv("PATH").reveal()).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void givenTwoSecrets_whenCompared_thenValueDecides() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a").matches("a")).isTrue();
        assertThat(Secret.of("a").matches("ab")).isFalse();
    }
}
