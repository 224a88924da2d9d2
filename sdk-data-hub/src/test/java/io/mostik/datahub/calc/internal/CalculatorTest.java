package io.mostik.datahub.calc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.calc.CostBasis;
import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.OrderLine;
import io.mostik.datahub.connector.OwnField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorTest {

    private static final Optional<ItemSums> LINES = Optional.of(ItemSums.of(List.of(
            line(OrderLine.Kind.PRODUCT, "2", "100.00", "30.00000", "20.00"),
            line(OrderLine.Kind.SERVICE, "1.5", "200.00", "10.00000", "30.00"),
            line(OrderLine.Kind.SERVICE, "1", "50.00", "0.00000", "0"))));
    private static final String SPLIT = "{order.partsTotal} * 1000000 + {order.servicesTotal}";

    private static OrderLine line(OrderLine.Kind kind, String quantity, String price, String cost, String discount) {
        return new OrderLine(
                kind,
                Optional.of(new BigDecimal(quantity)),
                Optional.of(new BigDecimal(price)),
                Optional.of(new BigDecimal(cost)),
                Optional.of(new BigDecimal(discount)));
    }

    private static HubOrder order(String total) {
        return HubOrder.builder()
                .id(1)
                .total(new BigDecimal(total))
                .discount(new BigDecimal("50.00"))
                .putOwnField("f7", Json.of("12.5"))
                .build();
    }

    private static Indicators calculate(String expression, String total) {
        return new Calculator(Calculation.of(expression, "")).calculate(order(total), () -> LINES);
    }

    @Test
    void givenLines_whenBasisIsChosen_thenCostIsOfOnePieceOrOfLine() {
        Calculation perLine = Calculation.builder()
                .cost("{order.cost}")
                .costBasis(CostBasis.PER_LINE)
                .build();

        Indicators unit = calculate("{order.cost}", "550.00");
        Indicators line = new Calculator(perLine).calculate(order("550.00"), () -> LINES);

        assertThat(unit.cost().value()).contains(new BigDecimal("75.00"));
        assertThat(line.cost().value()).contains(new BigDecimal("40.00"));
    }

    @Test
    void givenTotalThatEqualsThePrices_whenSplit_thenPricesAreNet() {
        Indicators net = calculate(SPLIT, "550.00");

        assertThat(net.cost().value()).contains(new BigDecimal("200000350.00"));
        assertThat(net.unreconciled()).isFalse();
    }

    @Test
    void givenDiscountedTotal_whenSplit_thenTakesDiscountsOff() {
        Indicators reduced = calculate(SPLIT, "500.00");

        assertThat(reduced.cost().value()).contains(new BigDecimal("180000320.00"));
        assertThat(reduced.unreconciled()).isFalse();
    }

    @Test
    void givenUnmatchedTotal_whenSplit_thenTakesPricesAndCountsIt() {
        Indicators neither = calculate(SPLIT, "501.00");

        assertThat(neither.cost().value()).contains(new BigDecimal("200000350.00"));
        assertThat(neither.unreconciled()).isTrue();
        assertThat(calculate("{order.cost}", "501.00").unreconciled()).isFalse();
    }

    @Test
    void givenOrder_whenOtherFieldsAreUsed_thenTheyAreThoseOfTheOrder() {
        assertThat(calculate("{order.gross}", "500.00").cost().value()).contains(new BigDecimal("550.00"));
        assertThat(calculate("{order.discount}", "500.00").cost().value()).contains(new BigDecimal("50.00"));
        assertThat(calculate("{order.paid}", "500.00").cost().value()).contains(new BigDecimal("0.00"));
        assertThat(calculate("{custom.f7} * 2", "500.00").cost().value()).contains(new BigDecimal("25.00"));
    }

    @Test
    void givenHugeAmount_whenCalculated_thenOnlyThatOrderFails() {
        Optional<ItemSums> huge = Optional.of(ItemSums.of(List.of(
                line(OrderLine.Kind.PRODUCT, "1", "1e999999999", "1e999999999", "1"),
                line(OrderLine.Kind.PRODUCT, "1", "1", "1", "1"))));
        Calculator calculator = new Calculator(Calculation.of("{order.cost}", "{order.partsTotal}"));

        Indicators indicators = calculator.calculate(order("1e999999999"), () -> huge);

        assertThat(indicators.cost().value()).isEmpty();
        assertThat(indicators.salesVolume().error()).isPresent();
    }

    @Test
    void givenCalculation_whenChecked_thenErrorsHavePlacesAndHints() {
        Calculation calculation = Calculation.of("(1", "{custom.f7} + {custom.f8}");
        List<OwnField> known = List.of(new OwnField("f7", Optional.of("Weight"), OwnField.Kind.NUMBER));

        List<Finding> found = calculation.check(known).list();

        assertThat(found).extracting(Finding::code).containsExactly(FindingCode.SYNTAX, FindingCode.UNKNOWN_NAME);
        assertThat(found.get(0).message()).contains("expected ')'", "position 3");
        assertThat(found.get(1).message()).contains("{custom.f8} at position 15", "custom.f7 Weight");
        assertThat(calculation.check().list()).hasSize(1);
    }

    @Test
    void givenBlankExpressions_whenCalculated_thenNeitherIsDefined() {
        Indicators indicators = calculate(" ", "1.00");

        assertThat(indicators.cost()).isEqualTo(Evaluation.UNDEFINED);
        assertThat(indicators.salesVolume()).isEqualTo(Evaluation.UNDEFINED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1500,50 | 1500.50",
                "1 500,5 | 1500.5",
                "1\u00a0500 | 1500",
                "-12.345 | -12.345",
                "1,500 |",
                "100-200 |",
                "1 50 |"
            })
    void givenTypedNumber_whenRead_thenOnlyTheCertainCounts(String typed, String number) {
        assertThat(OwnField.typed(Json.of(typed)))
                .isEqualTo(Optional.ofNullable(number).map(BigDecimal::new));
    }

    @Test
    void givenTextField_whenChecked_thenWarns() {
        List<OwnField> known = List.of(new OwnField("f7", Optional.of("Colour"), OwnField.Kind.TEXT));

        assertThat(Calculation.of("{custom.f7}", "").check(known).warnings()).hasSize(1);
    }
}
