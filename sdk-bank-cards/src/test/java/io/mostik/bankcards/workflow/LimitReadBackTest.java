package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.once.ReadBack.Verdict;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitReadBackTest {

    @ParameterizedTest
    @CsvSource({
        // wanted, now, before, verdict: value period [remainder]
        "500 IRREGULAR, 300 IRREGULAR 300, , UNKNOWN",
        "500 IRREGULAR, 500 DAY 500, , UNKNOWN",
        "500 IRREGULAR, 500 IRREGULAR 500, , APPLIED",
        "500 IRREGULAR, 500 IRREGULAR 120, , UNKNOWN",
        "500 IRREGULAR, 500 IRREGULAR 120, 300 IRREGULAR 300, APPLIED",
        "500 IRREGULAR, 500 IRREGULAR 400, 500 IRREGULAR 120, APPLIED",
        "500 IRREGULAR, 500 IRREGULAR 120, 500 IRREGULAR 120, UNKNOWN",
        "500 IRREGULAR, 300 IRREGULAR 100, 300 IRREGULAR 300, NOT_APPLIED",
        "500 IRREGULAR, 0 IRREGULAR 0, 300 IRREGULAR 300, UNKNOWN",
        "500 IRREGULAR, 300 DAY 300, 300 IRREGULAR 300, UNKNOWN",
        "500 DAY, 0 IRREGULAR 0, 300 DAY 300, NOT_APPLIED",
        "500 DAY, 500 DAY 120, , APPLIED",
        "0 IRREGULAR, 0 IRREGULAR 0, , APPLIED",
        "0 IRREGULAR, 500 IRREGULAR 500, , NOT_APPLIED"
    })
    void givenLimitAsItStands_whenJudging_thenSaysOnlyWhatIsCertain(
            String wanted, String now, String before, Verdict verdict) {
        Optional<LimitBefore> earlier = Optional.ofNullable(before)
                .map(LimitReadBackTest::limit)
                .map(limit -> LimitBefore.of(limit, Instant.EPOCH));

        assertThat(LimitReadBack.judge(wanted(wanted), limit(now), earlier)).isEqualTo(verdict);
    }

    @Test
    void givenFailure_whenAsked_thenOnlyALookIsBeforeSetting() {
        Ucid card = Ucid.of(TBankSimulator.PLASTIC_CARD);
        try (TBankSimulator simulator = TBankSimulator.startFrozen();
                TBank client = SimulatedBank.client(simulator, new ManualTime())) {
            CardBank bank = CardBank.of(client);
            simulator.faults().answer(403).times(2).on("GET", "/api/v1/card/{ucid}/limits");
            simulator.faults().answer(403).times(2).on("POST", "/api/v1/card/{ucid}/spend-limit");
            SdkException look = catchThrowableOfType(SdkException.class, () -> bank.limits(card));
            SdkException set = catchThrowableOfType(SdkException.class, () -> bank.setSpend(card, NewLimit.zero()));

            assertThat(LimitReadBack.isBeforeSetting(bank, look)).isTrue();
            assertThat(LimitReadBack.isBeforeSetting(bank, new LimitMovedException()))
                    .isTrue();
            assertThat(LimitReadBack.isBeforeSetting(bank, set)).isFalse();
            assertThat(LimitReadBack.isBeforeSetting(bank, new IllegalStateException()))
                    .isFalse();
            assertThat(LimitReadBack.afterSetting(bank, set)).isEqualTo(Outcome.REJECTED);
            assertThat(LimitReadBack.afterSetting(bank, look)).isEqualTo(Outcome.UNKNOWN);
            assertThat(LimitReadBack.afterSetting(bank, new IllegalStateException()))
                    .isEqualTo(Outcome.UNKNOWN);
        }
    }

    private static NewLimit wanted(String text) {
        String[] parts = text.split(" ");
        return new NewLimit(new BigDecimal(parts[0]), new LimitPeriod(parts[1]));
    }

    private static CardLimit limit(String text) {
        String[] parts = text.split(" ");
        return CardLimit.builder()
                .limitValue(new BigDecimal(parts[0]))
                .limitPeriod(new LimitPeriod(parts[1]))
                .limitRemain(new BigDecimal(parts[2]))
                .build();
    }
}
