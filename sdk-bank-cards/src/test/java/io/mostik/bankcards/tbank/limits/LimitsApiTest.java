package io.mostik.bankcards.tbank.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsApiTest {

    private static final Ucid UCID = Ucid.of(1100200301L);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    TBank bank;

    @BeforeEach
    void connect() {
        bank = BankServer.client(vendor, time);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenLimits_whenReading_thenAreExact() {
        vendor.answers(200, "limits.get.json");

        CardLimits limits = bank.limits().get(UCID);

        assertThat(vendor.received().target()).isEqualTo("/secured/api/v1/card/1100200301/limits");
        assertThat(limits.spendLimit().limitRemain()).isEqualTo(new BigDecimal("120.50"));
        assertThat(limits.spendLimit().limitPeriod()).isEqualTo(LimitPeriod.IRREGULAR);
        assertThat(limits.cashLimit().orElseThrow().limitPeriod()).isEqualTo(LimitPeriod.CUSTOM);
    }

    @ParameterizedTest
    @CsvSource({
        "500.00, 500.00",
        "5E+2, 500",
        "0.10, 0.10",
        "7.1000, 7.10",
        "999999999999.99, 999999999999.99",
        "123456789.01, 123456789.01"
    })
    void givenSum_whenSettingLimit_thenWritesItExactlyAndPlainly(BigDecimal sum, String written) {
        vendor.answers(200, "");

        bank.limits().setSpend(UCID, NewLimit.once(sum));

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/secured/api/v1/card/1100200301/spend-limit");
        assertThat(sent.body()).isEqualTo("{\"limitValue\":" + written + ",\"limitPeriod\":\"IRREGULAR\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000000", "0.001"})
    void givenSumThatCannotBe_whenMakingLimit_thenNamesIt(BigDecimal sum) {
        assertThatThrownBy(() -> NewLimit.once(sum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
    }

    @Test
    void givenCustomPeriod_whenMakingLimit_thenRefuses() {
        assertThatThrownBy(() -> new NewLimit(BigDecimal.ONE, LimitPeriod.CUSTOM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CUSTOM");
    }

    @Test
    void givenLostAnswer_whenSettingOneTimeLimit_thenIsUnknown() {
        vendor.dropsAnswer().answers(200, "");

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> bank.limits().setSpend(UCID, NewLimit.once(BigDecimal.TEN)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenServerError_whenSettingOneTimeLimit_thenIsUnknown() {
        vendor.answers(500, "{\"errorId\":\"e\",\"errorMessage\":\"m\",\"errorCode\":\"c\"}")
                .answers(200, "");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> bank.limits().setSpend(UCID, NewLimit.once(BigDecimal.TEN)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAY", "MONTH"})
    void givenLostAnswer_whenSettingLimitOfPeriod_thenSendsAgain(String period) {
        vendor.dropsAnswer().answers(200, "");

        bank.limits().setSpend(UCID, new NewLimit(BigDecimal.TEN, new LimitPeriod(period)));

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenAnswerThatIsDropped_whenSettingZero_thenSendsAgain() {
        vendor.dropsAnswer().answers(200, "");

        bank.limits().setSpend(UCID, NewLimit.zero());

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenTooManyCalls_whenSettingOneTimeLimit_thenSendsAgain() {
        vendor.answers(429, "{\"errorId\":\"e\",\"errorMessage\":\"m\",\"errorCode\":\"c\"}")
                .answers(200, "");

        bank.limits().setSpend(UCID, NewLimit.once(BigDecimal.TEN));

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenErrorInsideSuccess_whenSettingLimit_thenIsAnError() {
        vendor.answers(200, "{\"errorId\":\"e\",\"errorMessage\":\"Карта закрыта\",\"errorCode\":\"c\"}");

        assertThatThrownBy(() -> bank.limits().setSpend(UCID, NewLimit.daily(BigDecimal.TEN)))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void givenManyCalls_whenReadingLimits_thenKeepsToFortyASecond() {
        for (int i = 0; i < 41; i++) {
            vendor.answers(200, "limits.get.json");
        }

        for (int i = 0; i < 41; i++) {
            bank.limits().get(UCID);
        }

        assertThat(sum()).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_010));
    }

    @Test
    void givenBothKindsOfLimit_whenSettingThem_thenShareTenASecond() {
        for (int i = 0; i < 11; i++) {
            vendor.answers(200, "");
        }

        for (int i = 0; i < 11; i++) {
            bank.limits().setSpend(UCID, i % 2 == 0 ? NewLimit.once(BigDecimal.TEN) : NewLimit.daily(BigDecimal.TEN));
        }

        assertThat(sum()).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_010));
    }

    private Duration sum() {
        return time.pauses().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
