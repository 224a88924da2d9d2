package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCodecTest {

    private final JsonCodec snake = JsonCodec.snakeCase();

    @Test
    void givenAnswer_whenRead_thenKnowsItsTypesAndLosesNothing() {
        Sample sample = read("{'id':'42','closed_at':1767225600000,'total':'1450.00','id_label':'x','items':null,"
                + "'new_field':null,'other':{'a':1.50},'phone':'+36','extra':[1,2],'is_urgent':'1'}");

        assertThat(sample.id()).isEqualTo(42);
        assertThat(sample.closedAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(sample.total()).contains(new BigDecimal("1450.00"));
        assertThat(sample.label()).contains("x");
        assertThat(sample.items()).isEmpty();
        assertThat(sample.isUrgent()).contains(true);
        assertThat(sample.unknown()).containsOnlyKeys("new_field", "other");
        assertThat(sample.unknown().get("other").get("a").number()).contains(new BigDecimal("1.50"));
        assertThat(sample.toString()).contains("unknown=[new_field, other]").doesNotContain("+36");
    }

    @Test
    void givenModel_whenWritten_thenKeepsNamesAndWhatItDoesNotKnow() {
        String json = write(read("{'id':1,'is_urgent':true,'id_label':'x','strange':null}"));

        assertThat(json).contains("\"id\":1", "\"is_urgent\":true", "\"id_label\":\"x\"", "\"strange\":null");
        assertThat(json).doesNotContain("closed_at", "\"urgent\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                     | id is missing at $",
                "{'id':'x'}             | not a valid long at $.id",
                "[]                     | null, expected Sample",
                "null                   | null, expected Sample",
                "''                     | empty",
                "{'id':1,'items':[{}]}  | $.items[0]",
                "{'id':1                | cut off",
                "<html>                 | not JSON at line 1",
                "{'id':1} x             | not JSON",
                "{'id':1,'closed_at':'foo'} | not a valid Instant at $.closed_at",
                "{'id':1,'is_urgent':'maybe'} | not a valid Boolean at $.is_urgent"
            })
    void givenGarbage_whenRead_thenNamesThePlaceAndNoValue(String json, String reason) {
        assertThatThrownBy(() -> read(json == null ? "" : json))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("foo")
                .hasMessageNotContaining("maybe");
    }

    /** Setters are called by handles then. */
    @Test
    void givenReadThousandsOfTimes_whenReadAgain_thenAsTheFirstTime() {
        String good = "{'id':'42','closed_at':1767225600000,'total':'1450.00','is_urgent':'1','strange':{'a':1}}";
        List<String> bad =
                List.of("{}", "{'id':1,'items':[{}]}", "{'id':1,'closed_at':'foo'}", "{'id':1,'items':[null]}");
        List<String> first = bad.stream().map(this::refusal).toList();
        Sample sample = read(good);
        for (int i = 0; i < 10_100; i++) {
            assertThat(read(good).id()).isEqualTo(42);
        }

        assertThat(read(good)).isEqualTo(sample);
        assertThat(bad.stream().map(this::refusal)).isEqualTo(first);
    }

    private String refusal(String json) {
        try {
            return read(json).toString();
        } catch (JsonException e) {
            return e.getMessage();
        }
    }

    @Test
    void givenPreparedBesideOthers_whenRead_thenKnowsItsTypes() {
        JsonType<Sample> type = JsonType.of(Sample.class);
        byte[] json = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            JsonCodec codec = JsonCodec.snakeCase();
            codec.prepare();
            codec.prepare(type);
            codec.prepare(JsonType.of(NoAnswer.class));

            assertThat(codec.read(type, json).id()).isEqualTo(1);
        }
    }

    @Test
    void givenShapeThatCannotBe_whenPrepared_thenNothing_andWhoReadsIsToldEachTime() {
        JsonCodec codec = JsonCodec.snakeCase();
        JsonType<?> wrong = JsonType.envelope(Map.class, Sample.class);
        codec.prepare(wrong);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> codec.read(wrong, new byte[] {'{', '}'})).isInstanceOf(JsonException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:15:00+01:00, 2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00Z,      2026-03-02T09:15:00Z",
        "2026-03-02 10:15:00,       2026-03-02T09:15:00Z",
        "2026-03-02,                2026-03-01T23:00:00Z"
    })
    void givenTime_whenReadInBudapest_thenIsThatInstant(String text, Instant instant) {
        JsonCodec budapest =
                JsonCodec.builder().zone(ZoneId.of("Europe/Budapest")).build();

        assertThat(budapest.read(JsonType.of(Instant.class), ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(instant);
    }

    @Test
    void givenZeroDate_whenRead_thenIsNone() {
        assertThat(read("{'id':1,'closed_at':'0000-00-00 00:00:00','total':''}").closedAt())
                .isEmpty();
    }

    @Test
    void givenByteOrderMark_whenRead_thenDoesNotMind() {
        assertThat(read("\uFEFF{'id':1}").id()).isEqualTo(1);
    }

    @Test
    void givenSameKeyTwice_whenKeysMustBeUnique_thenRefuses() {
        JsonCodec strict = JsonCodec.builder().uniqueKeys().build();

        assertThatThrownBy(() ->
                        strict.read(JsonType.of(Json.class), "{\"sum\":1,\"sum\":2}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void givenMoney_whenWritten_thenHasNoExponent() {
        byte[] json = snake.write(Map.of("sum", new BigDecimal("1E+3")));

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"sum\":1000}");
    }

    @Test
    void givenWholeSeconds_whenWritten_thenDropsTheFraction() {
        JsonCodec codec = JsonCodec.builder().wholeSeconds().build();

        assertThat(codec.text(Instant.parse("2026-01-01T00:00:00.789Z"))).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void givenScalars_whenWrittenForAQuery_thenStandUnquoted() {
        assertThat(List.of(snake.text("a b"), snake.text(7L), snake.text(true), snake.text(LocalDate.of(2026, 3, 2))))
                .containsExactly("a b", "7", "true", "2026-03-02");
        assertThatThrownBy(() -> snake.text(Map.of("a", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenBareAnswers_whenTextIsAllowed_thenAreTakenAsTheyAre() {
        JsonCodec bare = JsonCodec.builder().bareText().build();

        assertThat(bare.read(JsonType.of(Json.class), "https://x.example/a".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("https://x.example/a");
        assertThat(bare.read(JsonType.of(Json.class), "-1".getBytes(StandardCharsets.UTF_8))
                        .number())
                .contains(new BigDecimal(-1));
        assertThat(bare.read(JsonType.of(Json.class), new byte[0]).isPresent()).isFalse();
        assertThatThrownBy(() -> bare.read(JsonType.of(Json.class), "<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> bare.read(JsonType.of(Json.class), "{\"a\":".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void givenByteOrderMark_whenBareTextIsAllowed_thenIsLeftOut() {
        JsonCodec bare = JsonCodec.builder().bareText().build();

        Json number = bare.read(JsonType.of(Json.class), "\uFEFF48213".getBytes(StandardCharsets.UTF_8));

        assertThat(number.number()).contains(new BigDecimal(48213));
        assertThatThrownBy(() -> bare.read(JsonType.of(Json.class), "\uFEFF <p>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JsonException.class);
    }

    private Sample read(String json) {
        return snake.read(JsonType.of(Sample.class), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private String write(Sample sample) {
        return new String(snake.write(sample), StandardCharsets.UTF_8);
    }
}
