package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateGovernorTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime();

    @Test
    void givenThreeASecond_whenTenAskAtOnce_thenAreEvenlySpaced() {
        RateGovernor governor = new RateGovernor(RateLimit.perSecond(3), time);
        List<Long> millis = new ArrayList<>();

        for (int i = 0; i < 10; i++) {
            millis.add(governor.takeTurn(LONG).orElseThrow().toMillis());
        }

        assertThat(millis).containsExactly(0L, 333L, 666L, 1000L, 1333L, 1666L, 2000L, 2333L, 2666L, 3000L);
    }

    @Test
    void givenBurst_whenIdleForLong_thenSoManyLeaveAtOnceAndNoMore() {
        RateGovernor governor = new RateGovernor(RateLimit.perSecond(10).withBurst(10), time);
        time.advance(Duration.ofHours(1));

        List<Boolean> atOnce = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            atOnce.add(governor.takeTurn(LONG).orElseThrow().isZero());
        }

        assertThat(atOnce).filteredOn(free -> free).hasSize(10);
        assertThat(atOnce.subList(0, 10)).doesNotContain(false);
    }

    @Test
    void givenLittlePatience_whenTheTurnIsTooFar_thenNoneIsTaken() {
        RateGovernor governor = new RateGovernor(RateLimit.per(1, Duration.ofSeconds(10)), time);
        governor.takeTurn(LONG);

        Optional<Duration> refused = governor.takeTurn(Duration.ofSeconds(5));

        assertThat(refused).isEmpty();
        assertThat(governor.untilNextTurn()).isEqualTo(Duration.ofSeconds(10));
        assertThat(governor.takeTurn(LONG)).contains(Duration.ofSeconds(10));
    }

    @Test
    void givenRefusals_whenTurnsAreTaken_thenTheyComeSlowerAndRecover() {
        RateGovernor governor = new RateGovernor(RateLimit.perSecond(10), time);

        for (int i = 0; i < 5; i++) {
            governor.refused(Duration.ZERO);
            time.advance(Duration.ofSeconds(1));
        }
        governor.takeTurn(LONG);
        Duration slow = governor.takeTurn(LONG).orElseThrow();
        for (int i = 0; i < 2_000; i++) {
            governor.accepted();
        }
        time.advance(Duration.ofSeconds(10));
        governor.takeTurn(LONG);

        assertThat(slow).isGreaterThan(Duration.ofMillis(250));
        assertThat(governor.takeTurn(LONG).orElseThrow()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void givenNoLimit_whenTurnsAreTaken_thenNoneWaits() {
        RateGovernor governor = new RateGovernor(RateLimit.none(), time);

        assertThat(governor.takeTurn(Duration.ZERO)).contains(Duration.ZERO);
        assertThat(governor.takeTurn(Duration.ZERO)).contains(Duration.ZERO);
    }
}
