package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitBeforeTest {

    @ParameterizedTest
    @CsvSource({
        "500, IRREGULAR, 400, true",
        "500.00, IRREGULAR, 400.0, true",
        "500, IRREGULAR, 399.99, false",
        "501, IRREGULAR, 400, false",
        "500, DAY, 400, false"
    })
    void givenLimit_whenComparing_thenEachPartCounts(String value, String period, String remain, boolean same) {
        assertThat(before("500", "IRREGULAR", "400").isUntouched(limit(value, period, remain)))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "500, IRREGULAR, 400, 450, 400",
        "500, IRREGULAR, -20, 50, 0",
        "500, DAY, 400, 550, 500",
        "500, MONTH, 0, 550, 500"
    })
    void givenPeriod_whenRaisedOrSetAgain_thenCountsFromRightSum(
            String value, String period, String remain, BigDecimal raised, BigDecimal again) {
        LimitBefore before = before(value, period, remain);

        assertThat(before.raised(new BigDecimal("50"))).isEqualTo(new NewLimit(raised, new LimitPeriod(period)));
        assertThat(before.again()).contains(new NewLimit(again, new LimitPeriod(period)));
    }

    @Test
    void givenLimitOfTheBank_whenSetAgain_thenIsNone() {
        assertThat(before("500", "CUSTOM", "400").again()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 700", "false, 300"})
    void givenOtherOrders_whenGranting_thenComesOnTop(boolean serves, BigDecimal wanted) {
        LimitBefore before = LimitBefore.of(limit("500", "IRREGULAR", "400"), Instant.EPOCH, serves);

        assertThat(before.with(new BigDecimal("300"))).isEqualTo(NewLimit.once(wanted));
    }

    private static LimitBefore before(String value, String period, String remain) {
        return LimitBefore.of(limit(value, period, remain), Instant.EPOCH);
    }

    private static CardLimit limit(String value, String period, String remain) {
        return CardLimit.builder()
                .limitValue(new BigDecimal(value))
                .limitPeriod(new LimitPeriod(period))
                .limitRemain(new BigDecimal(remain))
                .build();
    }
}
