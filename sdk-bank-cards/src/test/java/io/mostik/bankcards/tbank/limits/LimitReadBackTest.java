package io.mostik.bankcards.tbank.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.ReadBack;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitReadBackTest {

    private static final Ucid UCID = Ucid.of(7);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    @ParameterizedTest
    @CsvSource({
        // wanted, now, before, verdict: value period [remainder]
        "500 IRREGULAR, 300 IRREGULAR 300, , NOT_IN_FORCE",
        "500 IRREGULAR, 500 DAY 500, , NOT_IN_FORCE",
        "500 IRREGULAR, 500 IRREGULAR 500, , IN_FORCE",
        "500 IRREGULAR, 500 IRREGULAR 120, , UNDECIDED",
        "500 IRREGULAR, 500 IRREGULAR 120, 300 IRREGULAR 300, IN_FORCE",
        "500 IRREGULAR, 500 IRREGULAR 400, 500 IRREGULAR 120, IN_FORCE",
        "500 IRREGULAR, 500 IRREGULAR 120, 500 IRREGULAR 120, UNDECIDED",
        "500 IRREGULAR, 300 IRREGULAR 100, 300 IRREGULAR 300, NOT_IN_FORCE",
        "500 IRREGULAR, 0 IRREGULAR 0, 300 IRREGULAR 300, UNDECIDED",
        "500 IRREGULAR, 300 DAY 300, 300 IRREGULAR 300, UNDECIDED",
        "500 DAY, 0 IRREGULAR 0, 300 DAY 300, NOT_IN_FORCE",
        "500 DAY, 500 DAY 120, , IN_FORCE",
        "0 IRREGULAR, 0 IRREGULAR 0, , IN_FORCE",
        "0 IRREGULAR, 500 IRREGULAR 500, , NOT_IN_FORCE"
    })
    void givenLimitAsItStands_whenJudging_thenSaysOnlyWhatIsCertain(
            String wanted, String now, String before, ReadBack verdict) {
        Optional<CardLimit> earlier = Optional.ofNullable(before).map(LimitReadBackTest::limit);

        assertThat(LimitReadBack.judge(wanted(wanted), limit(now), earlier)).isEqualTo(verdict);
    }

    @Test
    void givenLostAnswer_whenReconciling_thenReadsTheLimits() {
        vendor.answers(200, "limits.get.json").answers(200, "limits.get.json");
        try (TBank bank = BankServer.client(vendor, new ManualTime())) {
            assertThat(bank.limits().reconcileSpend(UCID, wanted("500 IRREGULAR"), Optional.empty()))
                    .isEqualTo(ReadBack.UNDECIDED);
            assertThat(bank.limits().reconcileCash(UCID, wanted("10 DAY"), Optional.empty()))
                    .isEqualTo(ReadBack.NOT_IN_FORCE);
        }
    }

    private static NewLimit wanted(String text) {
        String[] parts = text.split(" ");
        return new NewLimit(new BigDecimal(parts[0]), LimitPeriod.of(parts[1]));
    }

    private static CardLimit limit(String text) {
        String[] parts = text.split(" ");
        return CardLimit.builder()
                .limitValue(new BigDecimal(parts[0]))
                .limitPeriod(LimitPeriod.of(parts[1]))
                .limitRemain(new BigDecimal(parts[2]))
                .build();
    }
}
