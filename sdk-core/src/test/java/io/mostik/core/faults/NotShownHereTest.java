package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the report says is shown elsewhere must be there. */
class NotShownHereTest {

    private static final Pattern TEST = Pattern.compile("io\\.mostik(\\.[a-z]+)+\\.[A-Z]\\w+");

    static Stream<String> named() {
        return NotShownHere.ROWS.values().stream()
                .flatMap(why -> TEST.matcher(why).results().map(java.util.regex.MatchResult::group));
    }

    @ParameterizedTest
    @MethodSource("named")
    void givenTestNamedElsewhere_whenLookedFor_thenItExists(String name) {
        assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
    }

    @Test
    void givenRows_whenNamed_thenEachIsOfTheMatrix() {
        List<String> rows = List.copyOf(NotShownHere.ROWS.keySet());

        assertThat(rows).allSatisfy(row -> {
            Matcher ids = Pattern.compile("F\\d\\d(, F\\d\\d)*").matcher(row);
            assertThat(ids.matches()).as(row).isTrue();
        });
    }
}
