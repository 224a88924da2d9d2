package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

    @Test
    void givenSecret_whenPrinting_thenShowsTheNameOnly() {
        Field field = Field.hidden("X-Key", Secret.of("confidential"));

        assertThat(field).hasToString("X-Key");
        assertThat(field.value()).isEqualTo("confidential");
    }

    @Test
    void givenSecretAndOpenValue_whenAsked_thenOnlyTheSecretIsHidden() {
        assertThat(Field.hidden("X-Key", Secret.of("confidential")).isHidden()).isTrue();
        assertThat(Field.open("Accept", "text/plain").isHidden()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\"b", "X:Y", "tab\there", "\u007f", "né"})
    void givenNameThatIsNotPlain_whenBuilt_thenRefuses(String name) {
        assertThatThrownBy(() -> Field.open(name, "value"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plain ASCII");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\nbreak", "\u007f", "é", "\u0000"})
    void givenUnsafeValue_whenBuilt_thenRefusesWithoutShowingIt(String value) {
        assertThatThrownBy(() -> Field.open("X-Name", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header X-Name must hold printable ASCII only");
    }

    @Test
    void givenSecret_whenTheNameIsNotPlain_thenRefuses() {
        assertThatThrownBy(() -> Field.hidden("two words", Secret.of("confidential")))
                .hasMessageContaining("plain ASCII")
                .hasMessageNotContaining("confidential");
    }

    @Test
    void givenSecretParameter_whenBuilt_thenNameIsPlainAndValueFree() {
        Field field = Field.query("key", Secret.of("ключ"));

        assertThat(field.value()).isEqualTo("ключ");
        assertThat(field.isHidden()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ключ"})
    void givenSecretParameter_whenItsNameIsNotPlain_thenRefuses(String name) {
        assertThatThrownBy(() -> Field.query(name, Secret.of("confidential")))
                .hasMessageContaining("printable ASCII")
                .hasMessageNotContaining("confidential");
    }

    @Test
    void givenEveryPlainCharacter_whenBuilt_thenAccepts() {
        assertThat(Field.open("!~", " ~").value()).isEqualTo(" ~");
    }
}
