package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatFieldsTest {

    @Test
    void givenFlatObject_whenReading_thenTexts() {
        assertThat(FlatFields.read("{\"a\":\"x\",\"n\":1450.50,\"i\":42,\"t\":true,\"Сумма\":\"1\",\"nothing\":null}"))
                .containsExactly(
                        Map.entry("a", "x"),
                        Map.entry("n", "1450.5"),
                        Map.entry("i", "42"),
                        Map.entry("t", "true"),
                        Map.entry("Сумма", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'document':'a','document':'b'}|document: field_twice",
                "{'document':null,'document':'b'}|document: field_twice",
                "{'x':{'y':1}}|x: field_nested",
                "{'x':[1]}|x: field_list",
                "{'x':[]}|x: field_list",
                "{'x':1e400}|x: field_number",
                "{'x':1e99999999}|x: field_number",
                "{'x':1E-2147483647}|x: field_number",
                "{'x':1e400999999999}|x: field_number",
                "{'x':123456789012345678901234567890123}|x: field_number",
                "{'x':NaN}|: body_not_json",
                "{'x':-Infinity}|: body_not_json",
                "{'x':01}|: body_not_json",
                "{'x':1|: body_not_json",
                "{'x':1} {}|: body_not_json",
                "{'x':1,}|: body_not_json",
                "{'':1}|: field_name",
                "{'a b':1}|: field_name",
                "{'1a':1}|: field_name",
                "[]|: body_not_object",
                "1|: body_not_object",
                "null|: body_not_object",
                "''|: body_not_object",
                "document=1&sum=2|: body_not_json"
            })
    void givenSomethingElse_whenReading_thenSaidByField(String json, String message) {
        assertThatThrownBy(() -> FlatFields.read(json.replace('\'', '"'))).hasMessage(message);
    }

    @Test
    void givenEmptyBody_whenReading_thenSaid() {
        assertThatThrownBy(() -> FlatFields.read("")).hasMessage(": body_not_object");
    }

    @Test
    void givenSixtyOneFields_whenReading_thenRefused() {
        assertThat(FlatFields.read(object(60))).hasSize(60);
        assertThatThrownBy(() -> FlatFields.read(object(61))).hasMessage(": too_many_fields");
    }

    @Test
    void givenDeepNesting_whenReading_thenRefusedAtFirst() {
        assertThatThrownBy(() -> FlatFields.read("{\"a\":".repeat(30_000))).hasMessage("a: field_nested");
    }

    private static String object(int fields) {
        return IntStream.range(0, fields).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
    }
}
