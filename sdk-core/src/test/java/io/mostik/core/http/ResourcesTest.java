package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResourcesTest {

    private final Resources resources = Resources.of(constructor -> constructor.setAccessible(true));

    @Test
    void givenHiddenConstructor_whenCreating_thenTakesTheParts() {
        Shop first = resources.create(Shop.class, "a", 1L);
        Shop second = resources.create(Shop.class, "b", 2L);

        assertThat(first.name + first.number).isEqualTo("a1");
        assertThat(second.name + second.number).isEqualTo("b2");
    }

    @Test
    void givenConstructorThatFails_whenCreating_thenThrowsItsFailure() {
        assertThatThrownBy(() -> resources.create(Shop.class, "", 1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name is blank");
    }

    @Test
    void givenTwoConstructors_whenCreating_thenNamesTheType() {
        assertThatIllegalStateException()
                .isThrownBy(() -> resources.create(Two.class))
                .withMessageContaining("Two");
    }

    @Test
    void givenOtherParts_whenCreating_thenNamesTheType() {
        assertThatIllegalStateException()
                .isThrownBy(() -> resources.create(Shop.class, 1L, "a"))
                .withMessageContaining("Shop");
    }

    private static final class Shop {

        private final String name;
        private final long number;

        private Shop(String name) {
            this(name, 0);
        }

        Shop(String name, long number) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("name is blank");
            }
            this.name = name;
            this.number = number;
        }

        static Shop named(String name) {
            return new Shop(name);
        }
    }

    private static final class Two {

        Two() {}

        Two(String name) {
            assertThat(name).isNotNull();
        }
    }
}
