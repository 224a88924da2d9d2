package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "the \"accountNumber\" is wrong"
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
    void givenLongText_whenJudged_thenIsNotShown() {
        assertThat(PlainWords.nameNobody("a ".repeat(101))).isFalse();
    }

    @Test
    void givenErrorAboutSomebody_whenThrown_thenMessageNamesFieldsOnly() {
        ApiError error = ApiError.of(400, "conflict", "Client Anna Kowalska exists")
                .with(Map.of("client_name", "Anna Kowalska", "Anna Kowalska", "taken"));

        ApiException failure = ApiException.of(error, Failure.lasting("clients.create", error.outcome(), Phase.DECODE));

        assertThat(failure)
                .hasMessageContaining("the vendor answered 400 conflict {client_name} (error() holds")
                .hasMessageNotContaining("Anna");
        assertThat(failure.error().message()).isEqualTo("Client Anna Kowalska exists");
    }

    @Test
    void givenPlainError_whenThrown_thenMessageHoldsTheWords() {
        ApiError error = ApiError.of(409, "E_17", "card is closed").with(Map.of("card", "closed since 2026-01-02"));

        ApiException failure = ApiException.of(error, Failure.lasting("cards.block", error.outcome(), Phase.DECODE));

        assertThat(failure).hasMessageContaining("409 E_17: card is closed {card=closed since 2026-01-02} [");
    }
}
