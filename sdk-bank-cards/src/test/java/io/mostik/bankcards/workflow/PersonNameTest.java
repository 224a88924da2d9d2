package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IVANOV",
                " ivanov ",
                "ivanov\u00a0",
                "iva\u200bnov",
                "ivan\u00adov",
                "\uff49vanov",
                "iv\u0430nov",
                "iv\u0430n\u043ev",
                "i\u03bdanov",
                "\u0406VANOV",
                "iv\u00e1nov",
                "lvanov",
                "ivan0v",
                "\ud835\udc22vanov",
                "ivan\ufe0fov",
                "iv anov"
            })
    void givenOtherSpelling_whenCompared_thenIsOnePerson(String spelling) {
        assertThat(PersonName.looksSame("ivanov", spelling)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ivanova", "petrov", "ivan", "\u0438\u0432\u0430\u043d\u043e\u0432"})
    void givenOtherPerson_whenCompared_thenIsNotTheSame(String other) {
        assertThat(PersonName.looksSame("ivanov", other)).isFalse();
    }

    @Test
    void givenRussianNames_whenCompared_thenFormsAreOne() {
        assertThat(PersonName.looksSame(
                        "\u0410\u043b\u0435\u043a\u0441\u0435\u0439",
                        "\u0430\u043b\u0435\u043a\u0441\u0435\u0438\u0306"))
                .isTrue();
        assertThat(PersonName.strict("\u0410\u043b\u0435\u043a\u0441\u0435\u0439"))
                .isEqualTo(PersonName.strict("\u0430\u043b\u0435\u043a\u0441\u0435\u0438\u0306"));
    }

    @Test
    void givenLookAlike_whenLettingIn_thenIsAnotherPerson() {
        assertThat(PersonName.strict("\u0441fo")).isNotEqualTo(PersonName.strict("cfo"));
        assertThat(PersonName.strict(" CFO\u00a0")).isEqualTo(PersonName.strict("cfo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b\u200d", "\u3164", "\t\n"})
    void givenNothingSeen_whenChecked_thenIsRefused(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.check("approver", blank))
                .withMessageContaining("approver");
    }

    @Test
    void givenLongName_whenChecked_thenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.check("approver", "x".repeat(201)))
                .withMessageContaining("200");
    }
}
