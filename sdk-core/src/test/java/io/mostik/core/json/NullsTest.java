package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NullsTest {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    record Row(String id, Optional<String> note) {}

    record Answer(
            Optional<String> cursor,
            OptionalLong total,
            List<Row> rows,
            Set<String> tags,
            Map<String, Row> byName,
            Json rest,
            Optional<List<Row>> more) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cursor\":null,\"total\":null,\"rows\":null,\"tags\":null,\"byName\":null,\"rest\":null,\"more\":null}"
            })
    void givenNullsOrNothing_whenRead_thenAllIsEmpty(String json) {
        Answer answer = read(Answer.class, json);

        assertThat(answer)
                .isEqualTo(new Answer(
                        Optional.empty(),
                        OptionalLong.empty(),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        Json.of(null),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"id\":null}|id is missing", "{}|id is missing", "{\"note\":\"secret\"}|id is missing"})
    void givenRequiredNull_whenRead_thenNamesTheProperty(String json, String text) {
        assertThatThrownBy(() -> read(Row.class, json))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(text)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rows\":[{\"id\":\"1\"},null]}|null at rows[1]",
                "{\"byName\":{\"Anna\":null}}|null at byName[key]",
                "{\"more\":[null]}|null at more[0]"
            })
    void givenNullAmongRows_whenRead_thenIsRefusedWithItsPlace(String json, String text) {
        assertThatThrownBy(() -> read(Answer.class, json))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(text);
    }

    @Test
    void givenNullInModelsList_whenRead_thenIsRefused() {
        assertThatThrownBy(() -> read(Sample.class, "{\"id\":1,\"items\":[\"a\",null]}"))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("null at items[1]");
    }

    @Test
    void givenNullRowAtTheRoot_whenRead_thenIsRefused() {
        byte[] json = "[{\"id\":\"1\"},null]".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> JSON.read(JsonType.listOf(Row.class), json))
                .isInstanceOf(JsonException.class)
                .hasMessage("null at $[1]");
    }

    @Test
    void givenNullsInUnknownShape_whenRead_thenAreKept() {
        Answer answer = read(Answer.class, "{\"rest\":[null,{\"a\":null}]}");

        assertThat(answer.rest().elements()).hasSize(2);
        assertThat(read(Sample.class, "{\"id\":1,\"newer\":null}").unknown()).containsKey("newer");
    }

    @Test
    void givenNullableParameterOfCreator_whenMissing_thenIsNull() {
        assertThat(read(Made.class, "{\"name\":\"a\"}").text()).isEqualTo("a/null");
        assertThatThrownBy(() -> read(Made.class, "{\"other\":\"b\"}")).hasMessageContaining("name is missing");
    }

    /** A type with a creator of its own. */
    @NullMarked
    static final class Made {

        private final String text;

        private Made(String text) {
            this.text = text;
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static Made of(@JsonProperty("name") String name, @JsonProperty("other") @Nullable String other) {
            return new Made(name + "/" + other);
        }

        String text() {
            return text;
        }
    }

    private static <T> T read(Class<T> type, String json) {
        return JSON.read(JsonType.of(type), json.getBytes(StandardCharsets.UTF_8));
    }
}
