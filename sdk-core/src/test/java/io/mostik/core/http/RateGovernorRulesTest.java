package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By how much exactly turns come slower, sooner or later. */
class RateGovernorRulesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofSeconds(1);

    private final ManualTime time = new ManualTime();
    private final RateGovernor governor = new RateGovernor(RateLimit.perSecond(10), time);

    @Test
    void givenBurst_whenJustMade_thenNoTurnIsSavedUp() {
        RateGovernor bursts = new RateGovernor(RateLimit.perSecond(10).withBurst(3), time);

        assertThat(List.of(millis(bursts), millis(bursts), millis(bursts), millis(bursts)))
                .containsExactly(0L, 100L, 200L, 300L);
    }

    @Test
    void givenPatience_whenItJustLasts_thenTheTurnIsTaken() {
        governor.takeTurn(LONG);

        assertThat(governor.takeTurn(Duration.ofMillis(99))).isEmpty();
        assertThat(governor.takeTurn(Duration.ofMillis(100))).contains(Duration.ofMillis(100));
    }

    @Test
    void givenNoPatience_whenTheTurnIsFree_thenItIsTaken() {
        assertThat(governor.takeTurn(Duration.ofMillis(-1))).contains(Duration.ZERO);
    }

    @Test
    void givenRefusal_whenContentForLong_thenTheStepIsSmall() {
        accepted(100);
        governor.refused(Duration.ZERO);
        assertThat(distanceMicros()).isEqualTo(125_000);

        RateGovernor content = new RateGovernor(RateLimit.perSecond(10), time);
        accepted(content, 101);
        content.refused(Duration.ZERO);
        assertThat(distanceMicros(content)).isEqualTo(106_000);
    }

    @Test
    void givenTwoRefusalsAtOnce_whenTurnsAreTaken_thenOneStepIsMade() {
        governor.refused(Duration.ZERO);
        governor.refused(Duration.ZERO);

        assertThat(distanceMicros()).isEqualTo(125_000);
    }

    @Test
    void givenTurnsGivenOut_whenTheyAreRefused_thenOneStepIsMade() {
        governor.takeTurn(LONG);
        governor.takeTurn(LONG);
        governor.takeTurn(LONG);
        governor.refused(Duration.ZERO);

        time.advance(Duration.ofMillis(424));
        governor.refused(Duration.ZERO);
        assertThat(distanceMicros()).isEqualTo(125_000);

        time.advance(Duration.ofSeconds(1));
        governor.refused(Duration.ZERO);
        assertThat(distanceMicros()).isEqualTo(156_250);
    }

    @Test
    void givenTurnsGivenOut_whenAllAreOver_thenTheNextStepIsMade() {
        governor.takeTurn(LONG);
        governor.refused(Duration.ZERO);

        time.advance(Duration.ofMillis(225));
        governor.refused(Duration.ZERO);

        assertThat(distanceMicros()).isEqualTo(156_250);
    }

    @Test
    void givenRecovery_whenNearTheLimit_thenItFeelsItsWay() {
        governor.refused(Duration.ZERO);

        accepted(39);
        long near = distanceMicros();
        accepted(60);
        long later = distanceMicros();

        assertThat(near).isBetween(102_000L, 103_000L);
        assertThat(later).isBetween(101_400L, 101_800L);
    }

    @Test
    void givenSecondRefusal_whenBelowTheFirst_thenItFeelsItsWayThere() {
        governor.refused(Duration.ZERO);
        time.advance(LONG);
        governor.refused(Duration.ZERO);

        accepted(39);
        long near = distanceMicros();
        accepted(60);
        long later = distanceMicros();

        assertThat(near).isBetween(128_000L, 128_750L);
        assertThat(later).isBetween(126_500L, 127_500L);
    }

    @Test
    void givenRest_whenFewWereTaken_thenThePaceIsHalved() {
        accepted(3);
        governor.refused(REST);

        assertThat(distanceMicros()).isEqualTo(200_000);
    }

    @Test
    void givenRest_whenMoreWereTaken_thenTheirNumberIsThePace() {
        accepted(8);
        governor.refused(REST);

        assertThat(distanceMicros()).isEqualTo(125_000);
    }

    @Test
    void givenRest_whenTenRestsAreNotOver_thenNothingFasterIsTried() {
        governor.refused(REST);

        time.advance(REST.multipliedBy(10).minusNanos(1));
        accepted(10);
        long before = distanceMicros();
        accepted(10);

        assertThat(before).isEqualTo(200_000);
        assertThat(distanceMicros()).isBetween(180_000L, 198_000L);
    }

    @Test
    void givenRestAtTheSamePace_whenTwentyRestsAreNotOver_thenNothingFasterIsTried() {
        accepted(1_000);
        governor.refused(REST);
        time.advance(REST.multipliedBy(2));
        accepted(1_000);
        governor.refused(REST);

        time.advance(REST.multipliedBy(20).minusNanos(1));
        accepted(10);
        long before = distanceMicros();
        accepted(10);

        assertThat(before).isEqualTo(112_360);
        assertThat(distanceMicros()).isBetween(101_000L, 111_236L);
    }

    @Test
    void givenRest_whenItIsOver_thenCallsLeaveOneAfterAnother() {
        governor.takeTurn(LONG);
        governor.takeTurn(LONG);
        governor.holdBack(REST);
        time.advance(REST);

        assertThat(claim(governor)).isZero();
        assertThat(claim(governor)).isZero();
        assertThat(claim(governor)).isEqualTo(Duration.ofMillis(100).toNanos());
        assertThat(millis(governor)).isEqualTo(300);
    }

    @Test
    void givenRest_whenNobodyWaits_thenTheNextTurnIsRightAfterIt() {
        governor.takeTurn(LONG);

        governor.holdBack(REST);

        assertThat(millis(governor)).isEqualTo(1_000);
    }

    @Test
    void givenCallHeldUp_whenItAsksAgain_thenItsTimeWasKept() {
        Departure late = new Departure(time);
        claim(governor);
        claim(governor);
        long first = RateGovernor.claim(List.of(governor), late, time.nanoTime());
        long second = claim(governor);
        time.advance(Duration.ofMillis(100));

        assertThat(first).isEqualTo(Duration.ofMillis(100).toNanos());
        assertThat(second).isEqualTo(Duration.ofMillis(200).toNanos());
        assertThat(claim(governor)).isPositive();
        assertThat(RateGovernor.claim(List.of(governor), late.again(), time.nanoTime()))
                .isZero();
    }

    @Test
    void givenTimeAsked_whenNoLimit_thenNobodyLeavesBefore() {
        RateGovernor open = new RateGovernor(RateLimit.none(), time);

        open.holdBack(Duration.ofSeconds(3));

        assertThat(open.untilNextTurn()).isEqualTo(Duration.ofSeconds(3));
        assertThat(claim(open)).isEqualTo(Duration.ofSeconds(3).toNanos());
        assertThat(open.takeTurn(Duration.ofSeconds(2))).isEmpty();
        time.advance(Duration.ofSeconds(3));
        assertThat(open.untilNextTurn()).isZero();
        assertThat(claim(open)).isZero();
    }

    @Test
    void givenThreeAtTheDoor_whenClaiming_thenOneIntervalIsForgiven() {
        assertThat(claim(governor)).isZero();
        assertThat(claim(governor)).isZero();
        assertThat(claim(governor)).isEqualTo(Duration.ofMillis(100).toNanos());
    }

    @Test
    void givenCallHeldUp_whenTurnsAreTaken_thenTheyComeLaterByItsWait() {
        governor.takeTurn(LONG);
        claim(governor);
        claim(governor);
        claim(governor);

        assertThat(millis(governor)).isEqualTo(200);
    }

    @Test
    void givenCallHeldUpElsewhere_whenIdleForLong_thenOneTurnIsLost() {
        RateGovernor bursts = new RateGovernor(RateLimit.perSecond(10).withBurst(3), time);
        RateGovernor other = new RateGovernor(RateLimit.none(), time);
        time.advance(LONG);
        other.holdBack(LONG);

        long wait = RateGovernor.claim(List.of(bursts, other), new Departure(time), time.nanoTime());

        assertThat(wait).isEqualTo(LONG.toNanos());
        assertThat(List.of(millis(bursts), millis(bursts), millis(bursts))).containsExactly(0L, 0L, 100L);
    }

    @Test
    void givenLimit_whenANumberCannotBe_thenItIsRefused() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new RateLimit(-1, second, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(1, second, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(1, second, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(1, Duration.ZERO, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateLimit(1, second.negated(), 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(RateLimit.none().withAtOnce(2)).isEqualTo(new RateLimit(0, second, 1, 2));
    }

    private long claim(RateGovernor one) {
        return RateGovernor.claim(List.of(one), new Departure(time), time.nanoTime());
    }

    private void accepted(int times) {
        accepted(governor, times);
    }

    private static void accepted(RateGovernor one, int times) {
        for (int i = 0; i < times; i++) {
            one.accepted();
        }
    }

    private long distanceMicros() {
        return distanceMicros(governor);
    }

    /** Returns how far two turns are apart, after all that were given out are over. */
    private long distanceMicros(RateGovernor one) {
        time.advance(LONG);
        one.takeTurn(LONG);
        return one.takeTurn(LONG).orElseThrow().toNanos() / 1_000;
    }

    private static long millis(RateGovernor one) {
        return one.takeTurn(LONG).orElseThrow().toMillis();
    }
}
