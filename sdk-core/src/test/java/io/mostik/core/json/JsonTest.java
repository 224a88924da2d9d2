package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void givenNumberWithAHugeExponent_whenReadingItsText_thenDoesNotWriteOutItsZeros() {
        Json json = JsonCodec.camelCase()
                .read(JsonType.of(Json.class), "[1e999999999,1E-999999999,1.50,1e3]".getBytes(StandardCharsets.UTF_8));

        assertThat(json.elements())
                .extracting(number -> number.text().orElseThrow())
                .containsExactly("1E+999999999", "1E-999999999", "1.50", "1000");
    }

    @Test
    void givenExponentBeyondAllBounds_whenReading_thenSaysSo() {
        assertThatThrownBy(() -> JsonCodec.camelCase()
                        .read(JsonType.of(Json.class), "{\"a\":1e9999999999}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }
}
