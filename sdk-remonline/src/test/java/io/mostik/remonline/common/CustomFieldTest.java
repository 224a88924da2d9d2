package io.mostik.remonline.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomFieldTest {

    private final CustomField field = CustomField.builder().id(7).build();

    @Test
    void givenValuesOfAllShapes_whenReadingThemBySchema_thenFindsThem() {
        assertThat(field.text(Map.of("f7", Json.of("red")))).contains("red");
        assertThat(field.text(Map.of("7", Json.of("red")))).contains("red");
        assertThat(field.text(Map.of("f7", Json.of(Map.of("value", "red"))))).contains("red");
        assertThat(field.number(Map.of("f7", Json.of("54.00000")))).contains(new BigDecimal("54.00000"));
        assertThat(field.flag(Map.of("f7", Json.of(true)))).contains(true);
        assertThat(field.time(Map.of("f7", Json.of(1767254400000L)))).contains(Instant.parse("2026-01-01T08:00:00Z"));
        assertThat(field.time(Map.of("f7", Json.of("2026-01-01T08:00:00Z"))))
                .contains(Instant.parse("2026-01-01T08:00:00Z"));
    }

    @Test
    void givenNoValueOrAnotherKind_whenReadingIt_thenIsEmpty() {
        assertThat(field.text(Map.of())).isEmpty();
        assertThat(field.text(Map.of("f7", Json.of("")))).isEmpty();
        assertThat(field.flag(Map.of())).isEmpty();
        assertThat(field.number(Map.of("f7", Json.of("red")))).isEmpty();
        assertThat(field.time(Map.of("f7", Json.of("red")))).isEmpty();
    }
}
