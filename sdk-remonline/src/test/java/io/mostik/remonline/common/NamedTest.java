package io.mostik.remonline.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTest {

    @ParameterizedTest
    @ValueSource(strings = {"name", "title", "fullname"})
    void givenNameUnderAnyOfItsNames_whenReading_thenItIsThere(String property) {
        byte[] json = ("{\"id\":7,\"" + property + "\":\"Ira Lys\"}").getBytes(StandardCharsets.UTF_8);

        Named named = JsonCodec.snakeCase().read(JsonType.of(Named.class), json);

        assertThat(named.id()).isEqualTo(7);
        assertThat(named.name()).contains("Ira Lys");
        assertThat(named.toString()).doesNotContain("Ira");
    }
}
