package io.mostik.salesautopilot.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.salesautopilot.usage.PriceRule.Rounding;
import io.mostik.testing.salesautopilot.SalesAutopilotBill;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRuleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "1000, 0, 0, 0, 0",
        "1001, 1, 2000, 2540, 0",
        "51000, 50000, 2000, 2540, 1000",
        "101000, 100000, 2000, 2540, 2000",
        "101001, 100001, 4000, 5080, 2000",
        "201000, 200000, 4000, 5080, 4000",
        "1000000, 999000, 20000, 25400, 19980"
    })
    void givenCalls_whenPricing_thenAgreesWithTheTable(long calls, long billable, long net, long gross, long proRata) {
        PriceRule rule = PriceRule.standard();

        assertThat(rule.billable(calls)).isEqualTo(billable);
        assertThat(rule.net(calls)).isEqualByComparingTo(String.valueOf(net));
        assertThat(rule.gross(calls)).isEqualByComparingTo(String.valueOf(gross));
        assertThat(rule.withRounding(Rounding.PRO_RATA).net(calls)).isEqualByComparingTo(String.valueOf(proRata));
    }

    @Test
    void givenHalfAForint_whenPricingProRata_thenRoundsUp() {
        PriceRule rule = PriceRule.standard().withRounding(Rounding.PRO_RATA);

        assertThat(rule.net(1_024)).isEqualByComparingTo("0");
        assertThat(rule.net(1_025)).isEqualByComparingTo("1");
        assertThat(rule.gross(1_100)).isEqualByComparingTo("3");
    }

    @Test
    void givenAnyNumberOfCalls_whenPricing_thenEqualsVendorsBill() {
        PriceRule rule = PriceRule.standard();
        Random random = new Random(4711);

        random.longs(10_000, 0, 5_000_000).forEach(calls -> {
            SalesAutopilotBill bill = new SalesAutopilotBill(YearMonth.of(2026, 3), calls);
            assertThat(rule.net(calls)).isEqualByComparingTo(String.valueOf(bill.net()));
            assertThat(rule.gross(calls)).isEqualByComparingTo(String.valueOf(bill.gross()));
        });
    }

    @Test
    void givenHugeNumbers_whenPricing_thenDoesNotOverflow() {
        assertThat(PriceRule.standard().net(Long.MAX_VALUE)).isPositive();
        assertThat(PriceRule.standard().withRounding(Rounding.PRO_RATA).net(Long.MAX_VALUE))
                .isPositive();
    }

    @Test
    void givenNegativeCalls_whenPricing_thenRefuses() {
        assertThatThrownBy(() -> PriceRule.standard().net(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calls");
    }
}
