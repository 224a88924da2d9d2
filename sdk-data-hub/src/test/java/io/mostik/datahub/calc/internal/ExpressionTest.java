package io.mostik.datahub.calc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.json.Json;
import io.mostik.datahub.calc.EvaluationError;
import io.mostik.datahub.checks.FindingCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Map<String, Json> VALUES = Map.of(
            "order.total", Json.of(new BigDecimal("1000.00")),
            "order.paid", Json.of("300.50"),
            "order.discount", Json.of(""),
            "order.estimated", Json.of("100-200"),
            "custom.f7", Json.of(new BigDecimal("1e190")));

    private static Evaluation evaluate(String text) {
        return Expression.parse(text).evaluate(field -> VALUES.getOrDefault(field, Json.of(null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1+2*3                       | 7.00
        (1+2)*3                     | 9.00
        10-4-3                      | 3.00
        100/5/2                     | 10.00
        2*-3                        | -6.00
        -(1+2)                      | -3.00
        1 - -2                      | 3.00
        94%                         | 0.94
        50 %                        | 0.50
        0,94*100                    | 94.00
        0.94*100                    | 94.00
        {order.total} * 94%         | 940.00
        { order.total }*0,94-12,5   | 927.50
        {order.paid}                | 300.50
        {order.discount} + 1        | 1.00
        {order.gross} + 1           | 1.00
        {custom.f123} + 1           | 1.00
        2/3                         | 0.67
        0.125                       | 0.13
        -0.125                      | -0.13
        1/3*3                       | 1.00
        -{order.total}%0            | -
        """)
    void givenExpression_whenEvaluated_thenArithmeticHolds(String text, String expected) {
        if (expected.equals("-")) {
            assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(ExpressionException.class);
            return;
        }

        Evaluation value = evaluate(text);

        assertThat(value.value()).contains(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1+                 | 3
        *2                 | 1
        1 2                | 3
        (1+2               | 5
        1)                 | 2
        1..2               | 3
        1.                 | 3
        .5                 | 1
        1.2.3              | 4
        --1                | 2
        {order.total       | 1
        {}                 | 1
        {order.total}%     | 14
        (1)%               | 4
        5 % %              | 5
        order.total        | 1
        1 ^ 2              | 3
        x                  | 1
        ()                 | 2
        """)
    void givenBrokenExpression_whenParsed_thenThePlaceIsTold(String text, int position) {
        assertThatThrownBy(() -> Expression.parse(text)).isInstanceOfSatisfying(ExpressionException.class, failure -> {
            assertThat(failure.position()).isEqualTo(position);
            assertThat(failure.code()).isEqualTo(FindingCode.SYNTAX);
            assertThat(failure).hasMessageContaining("at position " + position);
        });
    }

    @Test
    void givenNothing_whenParsed_thenItIsAnErrorAtTheEnd() {
        assertThatThrownBy(() -> Expression.parse("  "))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("found the end at position 3");
    }

    @Test
    void givenUnknownField_whenParsed_thenTheFieldsAreListed() {
        assertThatThrownBy(() -> Expression.parse("1 + {order.profit}"))
                .isInstanceOfSatisfying(ExpressionException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(FindingCode.UNKNOWN_FIELD);
                    assertThat(failure.position()).isEqualTo(5);
                    assertThat(failure).hasMessageContaining("order.total").hasMessageContaining("custom.f<id>");
                });
    }

    @Test
    void givenTenThousandCharacters_whenParsed_thenIsRefused() {
        assertTooLarge("1+".repeat(5_000) + "1");
    }

    @Test
    void givenDeepParentheses_whenParsed_thenTheLimitIsFifty() {
        assertTooLarge("(".repeat(51) + "1" + ")".repeat(51));

        assertThat(evaluate("(".repeat(50) + "1" + ")".repeat(50)).value()).contains(new BigDecimal("1.00"));
    }

    @Test
    void givenManyParts_whenParsed_thenTheLimitIsTwoHundred() {
        assertTooLarge("1" + "+1".repeat(100));

        assertThat(evaluate("1" + "+1".repeat(99)).value()).contains(new BigDecimal("100.00"));
    }

    private static void assertTooLarge(String text) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        failure -> assertThat(failure.code()).isEqualTo(FindingCode.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource({
        "{order.total} / {order.discount}, DIVISION_BY_ZERO",
        "1 / (2 - 2), DIVISION_BY_ZERO",
        "{order.estimated} + 1, NOT_A_NUMBER",
        "{custom.f7} * 1, OUT_OF_RANGE"
    })
    void givenOrderWithoutAValue_whenEvaluated_thenTheReasonIsTold(String text, EvaluationError error) {
        Evaluation value = evaluate(text);

        assertThat(value.value()).isEmpty();
        assertThat(value.error()).contains(error);
    }

    @Test
    void givenRandomExpressions_whenEvaluated_thenEqualPlainMaths() {
        long seed = Long.getLong("mostik.seed", 20_260_302L);
        SplittableRandom random = new SplittableRandom(seed);
        int compared = 0;
        for (int i = 0; i < 2_000; i++) {
            Reckoning reckoning = Reckoning.random(random, 4);
            Evaluation value = Expression.parse(reckoning.text()).evaluate(field -> Json.of(null));
            if (reckoning.value().isPresent()) {
                assertThat(value.value())
                        .as("seed %d: %s", seed, reckoning.text())
                        .contains(reckoning.rounded());
                compared++;
            }
        }

        assertThat(compared).isGreaterThan(1_000);
    }

    @Test
    void givenRandomCharacters_whenParsed_thenOnlyOurException() {
        long seed = Long.getLong("mostik.seed", 20_260_303L);
        SplittableRandom random = new SplittableRandom(seed);
        String letters = "0123456789.,+-*/()%{} orde.taf\u00a0\ud83d";
        Map<String, Integer> outcomes = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                evaluate(text.toString());
                outcomes.merge("parsed", 1, Integer::sum);
            } catch (ExpressionException e) {
                assertThat(e.position()).as("seed %d: %s", seed, text).isBetween(1, text.length() + 1);
                outcomes.merge("refused", 1, Integer::sum);
            }
        }

        assertThat(outcomes).containsOnlyKeys("parsed", "refused");
    }
}
