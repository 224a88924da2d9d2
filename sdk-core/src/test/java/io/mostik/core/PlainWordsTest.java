package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Order not found",
                "Карта закрыта",
                "blocked until 2026-11-29 10:15:00",
                "Limit of 500.00 RUB exceeded. Try again tomorrow.",
                "wrong *** for ***, ***",
                "field 'client_id' is required",
                "the \"accountNumber\" is wrong",
                "please wait ... for it",
                "...",
                "this URL is wrong"
            })
    void givenPlainSentence_whenJudged_thenMayBeShown(String words) {
        assertThat(PlainWords.nameNobody(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Client Anna Kowalska, ul. Polna 7 m. 3, born 1980-05-17",
                "Anna Kowalska already exists",
                "client Anna exists",
                "client K exists",
                "client ANNA exists",
                "name \"anna\" is taken",
                "клиент Анна Ковальска уже есть",
                "name 'anna' is taken",
                "name=anna",
                "{\"name\":\"anna\"}",
                "<p>anna</p>",
                "客户王小明"
            })
    void givenWordsThatMayNamePeople_whenJudged_thenAreNotShown(String words) {
        assertThat(PlainWords.nameNobody(words)).isFalse();
    }

    @Test
    void givenTextAtTheLimit_whenJudged_thenMayBeShown() {
        assertThat(PlainWords.nameNobody("a".repeat(200))).isTrue();
        assertThat(PlainWords.nameNobody("a".repeat(201))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|card is closed|state|closed|: card is closed {state=closed}",
                "Anna K|card is closed|state|closed|: card is closed {state=closed} (error() holds the vendor's words)",
                "E_17|''|state|Anna Kowalska exists|E_17 {state} (error() holds the vendor's words)",
                "E_17|client Anna|state|closed|E_17 {state=closed} (error() holds the vendor's words)"
            })
    void givenError_whenTold_thenSaysWhetherWordsAreKeptBack(
            String code, String message, String field, String value, String told) {
        assertThat(PlainWords.of(ApiError.of(400, code, message).with(Map.of(field, value)))
                        .strip())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void givenLongCode_whenTold_thenStaysToTheLimit(int length, boolean shown) {
        String code = "e".repeat(length);

        assertThat(PlainWords.of(ApiError.of(400, code, "")).contains(code)).isEqualTo(shown);
    }

    @Test
    void givenLongText_whenJudged_thenIsNotShown() {
        assertThat(PlainWords.nameNobody("a ".repeat(101))).isFalse();
    }

    @Test
    void givenPersonalError_whenThrown_thenMessageNamesFieldsOnly() {
        ApiError error = ApiError.of(400, "conflict", "Client Anna Kowalska exists")
                .with(Map.of("client_name", "Anna Kowalska", "Anna Kowalska", "taken"));

        ApiException failure =
                ApiException.of(error, FailureInfo.lasting("clients.create", error.outcome(), Phase.DECODE));

        assertThat(failure)
                .hasMessageContaining("the vendor answered 400 conflict {client_name} (error() holds")
                .hasMessageNotContaining("Anna");
        assertThat(failure.error().message()).isEqualTo("Client Anna Kowalska exists");
    }

    @Test
    void givenPlainError_whenThrown_thenMessageHoldsTheWords() {
        ApiError error = ApiError.of(409, "E_17", "card is closed").with(Map.of("card", "closed since 2026-01-02"));

        ApiException failure =
                ApiException.of(error, FailureInfo.lasting("cards.block", error.outcome(), Phase.DECODE));

        assertThat(failure).hasMessageContaining("409 E_17: card is closed {card=closed since 2026-01-02} [");
    }
}
