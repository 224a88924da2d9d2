package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void givenHugeExponent_whenReadingText_thenZerosAreNotWritten() {
        Json json = JsonCodec.camelCase()
                .read(JsonType.of(Json.class), "[1e999999999,1E-999999999,1.50,1e3]".getBytes(StandardCharsets.UTF_8));

        assertThat(json.elements())
                .extracting(number -> number.text().orElseThrow())
                .containsExactly("1E+999999999", "1E-999999999", "1.50", "1000");
    }

    @Test
    void givenPieceOfEveryKind_whenRead_thenIsWhatJacksonReads() throws Exception {
        String text =
                "{\"a\":[1,-2147483649,92233720368547758070,1.50,\"\",\"x\",true,false,null,[],{},[[{\"b\":[]}]]],"
                        + "\"twice\":1,\"twice\":2,\"\":{\"c\":null}}";
        Object expected = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValue(text, Object.class);

        Json json = JsonCodec.camelCase().read(JsonType.of(Json.class), text.getBytes(StandardCharsets.UTF_8));

        assertThat(json.value()).contains(expected);
        assertThat(json.names()).containsExactly("a", "twice", "");
    }

    @Test
    void givenExponentBeyondAllBounds_whenReading_thenSaysSo() {
        assertThatThrownBy(() -> JsonCodec.camelCase()
                        .read(JsonType.of(Json.class), "{\"a\":1e9999999999}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }
}
