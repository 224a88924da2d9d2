package io.mostik.bankcards.tbank.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchTest {

    private static final Ucid FIRST = Ucid.of(1100200301L);
    private static final Ucid SECOND = Ucid.of(1100200302L);
    private static final Ucid THIRD = Ucid.of(1100200303L);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    TBank bank;

    @BeforeEach
    void connect() {
        bank = BankServer.client(vendor, new ManualTime());
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenPartialSuccess_whenSettingBatch_thenMatchesByCard() {
        vendor.answers(200, "limits.setBatch.json");

        BatchOutcome outcome = bank.limits()
                .setBatch(List.of(
                        LimitUpdate.spend(FIRST, NewLimit.daily(new BigDecimal("500.00"))),
                        LimitUpdate.stop(SECOND),
                        LimitUpdate.cash(THIRD, NewLimit.monthly(new BigDecimal("1E+3")))));

        assertThat(vendor.received().body())
                .isEqualTo("{\"limits\":["
                        + "{\"ucid\":1100200301,\"spendLimit\":{\"limitValue\":500,\"limitPeriod\":\"DAY\"}},"
                        + "{\"ucid\":1100200302,\"spendLimit\":{\"limitValue\":0,\"limitPeriod\":\"IRREGULAR\"},"
                        + "\"cashLimit\":{\"limitValue\":0,\"limitPeriod\":\"IRREGULAR\"}},"
                        + "{\"ucid\":1100200303,\"cashLimit\":{\"limitValue\":1000,\"limitPeriod\":\"MONTH\"}}]}");
        assertThat(outcome.isFullySuccessful()).isFalse();
        assertThat(outcome.failures()).extracting(CardOutcome::ucid).containsExactly(SECOND, THIRD);
        assertThat(outcome.of(FIRST).orElseThrow().isSuccessful()).isTrue();
        assertThat(outcome.of(SECOND).orElseThrow().spend().orElseThrow())
                .isEqualTo(new LimitOutcome(LimitOutcome.State.REFUSED, Optional.of("Карта закрыта")));
        assertThat(outcome.of(SECOND).orElseThrow().cash().orElseThrow().isSuccessful())
                .isTrue();
        assertThat(outcome.of(THIRD).orElseThrow().cash().orElseThrow().state()).isEqualTo(LimitOutcome.State.NOT_TOLD);
    }

    @Test
    void givenAbsoluteLimits_whenAnswerIsDropped_thenSendsAgain() {
        vendor.dropsAnswer().answers(200, "{\"limits\":[]}");

        bank.limits().setBatch(List.of(LimitUpdate.spend(FIRST, NewLimit.daily(BigDecimal.TEN))));

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenTenThousandCards_whenSettingBatch_thenSendsOneRequest() {
        vendor.answers(200, "{\"limits\":[]}");
        List<LimitUpdate> changes = changes(10_000);

        BatchOutcome outcome = bank.limits().setBatch(changes);

        assertThat(outcome.cards()).hasSize(10_000);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenWrongNumberOfCards_whenSettingBatch_thenSendsNothing() {
        assertThatThrownBy(() -> bank.limits().setBatch(List.of())).hasMessageContaining("changes");
        assertThatThrownBy(() -> bank.limits().setBatch(changes(10_001))).hasMessageContaining("changes");
        assertThat(vendor.count()).isZero();
    }

    @Test
    void givenSameCardTwice_whenSettingBatch_thenRefuses() {
        assertThatThrownBy(() -> bank.limits().setBatch(List.of(LimitUpdate.stop(FIRST), LimitUpdate.stop(FIRST))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("once");
    }

    @Test
    void givenFraction_whenMakingChange_thenRefusesInsteadOfRounding() {
        assertThatThrownBy(() -> LimitUpdate.spend(FIRST, NewLimit.daily(new BigDecimal("10.50"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spend")
                .hasMessageContaining("whole");
    }

    @Test
    void givenNoLimit_whenMakingChange_thenRefuses() {
        assertThatThrownBy(() -> new LimitUpdate(FIRST, Optional.empty(), Optional.empty()))
                .hasMessageContaining("spend or cash");
    }

    private static List<LimitUpdate> changes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> LimitUpdate.spend(Ucid.of(number), NewLimit.daily(BigDecimal.TEN)))
                .toList();
    }
}
