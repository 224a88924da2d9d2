package io.mostik.salesautopilot.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HungarianValuesTest {

    @ParameterizedTest
    @CsvSource({
        "'12 990,50', 12990.50",
        "'12\u00a0990', 12990",
        "'990,5', 990.5",
        "'-1 000 000,00', -1000000.00",
        "'12990.5', 12990.5"
    })
    void givenSumAsWritten_whenRead_thenIsTheNumber(String written, BigDecimal sum) {
        assertThat(order("mssys_order_brutto_sum", written).grossTotal().orElseThrow())
                .isEqualByComparingTo(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,990", "12 99", "1 2", "12.990,50", "sok", "12 9900"})
    void givenSumThatMayMeanTwoThings_whenRead_thenIsNone(String written) {
        assertThat(order("mssys_order_brutto_sum", written).grossTotal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.03.02.", "2026. 03. 02.", "2026.03.02", "2026-03-02", "2026-03-02 10:00:00"})
    void givenDayAsWritten_whenRead_thenIsTheDay(String written) {
        assertThat(order("mssys_pay_date", written).payDate()).contains(LocalDate.of(2026, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.13.02.", "02.03.2026", "0000-00-00", "2026.3.2."})
    void givenNoDay_whenRead_thenIsNone(String written) {
        assertThat(order("mssys_pay_date", written).payDate()).isEmpty();
    }

    private static OrderData order(String column, String value) {
        return ContactRecord.of(Json.of(Map.of("id", "7", column, value))).order();
    }
}
