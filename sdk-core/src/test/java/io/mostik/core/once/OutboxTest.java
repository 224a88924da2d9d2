package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planned is sent by whoever runs next, once; what fails is tried again, and ends as a dead letter. */
@OnEveryStore
class OutboxTest {

    private static final int TRIES = 3;

    private final OnceLab lab;

    OutboxTest(EngineStore stores) {
        lab = new OnceLab(stores);
    }

    private boolean plan() {
        return lab.writes().plan(OnceLab.ID, "500");
    }

    private OpenWrite open() {
        return lab.writes().pending().findFirst().orElseThrow();
    }

    /** Runs what is due until nothing is left to do, or a person is needed; returns how many came to their end. */
    private int runAll() {
        int ended = 0;
        for (int i = 0; i < 20; i++) {
            ended += lab.writes().runDue(TRIES);
            lab.sleep(Duration.ofHours(1));
        }
        return ended;
    }

    @Test
    void givenPlannedWrite_whenPlannedAgain_thenKnown() {
        assertThat(plan()).isTrue();

        assertThat(plan()).isFalse();
        assertThatThrownBy(() -> lab.writes().plan(OnceLab.ID, "501")).isInstanceOf(KeyReuseException.class);
    }

    @Test
    void givenPlannedWrite_whenRun_thenSentOnce() {
        plan();

        assertThat(lab.writes().runDue(TRIES)).isEqualTo(1);
        assertThat(lab.writes().runDue(TRIES)).isZero();

        lab.healToOne();
    }

    @Test
    void givenRefusal_whenRun_thenWaitsLongerAndLonger() {
        plan();
        lab.vendor.next(VendorAct.REFUSED, VendorAct.REFUSED);
        Instant first = lab.time.now();
        lab.writes().runDue(TRIES);
        assertThat(open().next()).contains(first.plus(Duration.ofMinutes(1)));
        lab.writes().runDue(TRIES);
        assertThat(lab.vendor.requests()).isEqualTo(1);

        lab.sleep(Duration.ofMinutes(1));
        lab.writes().runDue(TRIES);

        assertThat(open().next()).contains(first.plus(Duration.ofMinutes(3)));
        assertThat(open().tries()).isEqualTo(2);
    }

    @Test
    void givenRetryAfter_whenRefused_thenWaitsThatLong() {
        plan();
        lab.vendor.next(VendorAct.REFUSED);
        lab.vendor.retryAfter(Duration.ofMinutes(20));

        lab.writes().runDue(TRIES);

        assertThat(open().next()).contains(lab.time.now().plus(Duration.ofMinutes(20)));
    }

    @Test
    void givenRefusals_whenTriesAreOver_thenDeadLetter() {
        plan();
        lab.vendor.next(VendorAct.REFUSED, VendorAct.REFUSED, VendorAct.REFUSED);

        runAll();

        assertThat(open().state()).isEqualTo(WriteState.REFUSED);
        assertThat(lab.vendor.requests()).isEqualTo(3);
        assertThat(lab.ask()).get().isInstanceOf(OnceResult.Refused.class);
    }

    @Test
    void givenLastingRefusal_whenRun_thenDeadLetterAtOnce() {
        plan();
        lab.vendor.next(VendorAct.REFUSED);
        lab.vendor.refuseForGood();

        lab.writes().runDue(TRIES);

        assertThat(open().state()).isEqualTo(WriteState.REFUSED);
        assertThat(open().why()).isEqualTo("TransportException");
    }

    @Test
    void givenRequestsAlwaysLost_whenTriesAreOver_thenDeadLetter() {
        plan();
        lab.vendor.next(VendorAct.LOST_BEFORE, VendorAct.LOST_BEFORE, VendorAct.LOST_BEFORE, VendorAct.LOST_BEFORE);

        runAll();

        assertThat(open().state()).isEqualTo(WriteState.REFUSED);
        assertThat(lab.vendor.requests()).isEqualTo(3);
    }

    @Test
    void givenDeadLetter_whenResolvedAndPlannedAgain_thenSent() {
        plan();
        lab.vendor.next(VendorAct.REFUSED);
        lab.writes().runDue(1);
        assertThat(lab.writes().resolve(OnceLab.ID, Optional.empty())).isTrue();

        assertThat(plan()).isTrue();
        lab.writes().runDue(1);

        lab.healToOne();
    }

    @Test
    void givenNoReadBack_whenAnswerIsLost_thenLeftToAPerson() {
        plan();
        lab.vendor.blind(true);
        lab.vendor.next(VendorAct.LOST_AFTER);

        runAll();

        assertThat(open().state()).isEqualTo(WriteState.UNKNOWN);
        assertThat(lab.vendor.requests()).isEqualTo(1);
        lab.healToOne();
    }

    @Test
    void givenOneThatFails_whenRun_thenTheOthersAreSent() {
        lab.writes().plan("a", "1");
        lab.writes().plan("b", "2");
        lab.store().put("once/test/write:a", "{\"v\":1,\"state\":\"LATER\"}");

        assertThat(lab.writes().runDue(TRIES)).isEqualTo(1);

        assertThat(lab.writes().state("b")).isEqualTo(WriteState.DONE);
        assertThat(lab.writes().pending())
                .singleElement()
                .extracting(OpenWrite::ref)
                .isEqualTo("a");
    }

    @Test
    void givenDeadLetterOfAnyKind_whenReplayed_thenSentAtOnce() {
        plan();
        lab.vendor.next(VendorAct.LOST_BEFORE, VendorAct.LOST_BEFORE, VendorAct.LOST_BEFORE);
        runAll();
        assertThat(open().state()).isEqualTo(WriteState.REFUSED);

        assertThat(lab.writes().replay(OnceLab.ID)).isTrue();
        assertThat(lab.writes().replay(OnceLab.ID)).isFalse();

        assertThat(lab.state()).isEqualTo(WriteState.PLANNED);
        assertThat(lab.writes().runDue(TRIES)).isEqualTo(1);
        assertThat(lab.writes().replay(OnceLab.ID)).isFalse();
        assertThat(lab.vendor.acted()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenCrashWhileReplaying_whenReplayedAgain_thenNotLost(Point point) {
        plan();
        lab.vendor.next(VendorAct.REFUSED, VendorAct.REFUSED, VendorAct.REFUSED);
        runAll();
        try {
            lab.writes(lab.connection().dieAt(point), lab.time).replay(OnceLab.ID);
        } catch (ProcessDeath e) {
            lab.told().add("died");
        }

        assertThat(lab.writes().pending()).hasSize(1);
        lab.writes().replay(OnceLab.ID);
        runAll();

        assertThat(lab.vendor.acted()).isEqualTo(1);
        assertThat(lab.writes().pending()).isEmpty();
    }

    @Test
    void givenRefusedLostAndFine_whenRun_thenCountsTheFineOneOnly() {
        lab.writes().plan("a", "1");
        lab.writes().plan("b", "2");
        lab.writes().plan("c", "3");
        lab.vendor.next(VendorAct.REFUSED, VendorAct.LOST_AFTER, VendorAct.FINE);

        assertThat(lab.writes().runDue(TRIES)).isEqualTo(1);
        assertThat(lab.writes().pending())
                .extracting(OpenWrite::state)
                .contains(WriteState.PLANNED, WriteState.UNKNOWN);
    }

    static Stream<Point> points() {
        return IntStream.rangeClosed(1, 6).boxed().flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)));
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenCrashOfTheRunner_whenRunAgain_thenOnce(Point point) {
        plan();
        var mortal = lab.writes(lab.connection().dieAt(point), lab.time);
        try {
            mortal.runDue(TRIES);
        } catch (ProcessDeath e) {
            lab.told().add("died");
        }

        runAll();

        assertThat(lab.vendor.acted()).isEqualTo(1);
        assertThat(lab.writes().pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenCrashWhilePlanning_whenPlannedAgain_thenOnce(Point point) {
        try {
            lab.writes(lab.connection().dieAt(point), lab.time).plan(OnceLab.ID, "500");
        } catch (ProcessDeath e) {
            lab.told().add("died");
        }

        plan();
        runAll();

        assertThat(lab.vendor.acted()).isEqualTo(1);
        assertThat(lab.writes().pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenTwoRunners_whenOneSleeps_thenOnce(Point point) {
        plan();
        AtomicInteger counted = new AtomicInteger();
        var sleeping = lab.connection().at(point, () -> {
            lab.sleep(OnceLab.BEYOND);
            counted.addAndGet(lab.writes().runDue(TRIES));
        });

        counted.addAndGet(lab.writes(sleeping, lab.time).runDue(TRIES));
        counted.addAndGet(runAll());

        assertThat(lab.vendor.acted()).isEqualTo(1);
        assertThat(counted).as("counted, %s", lab.told()).hasValue(1);
        assertThat(lab.writes().pending()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(VendorAct.class)
    void givenAnyAct_whenRun_thenDoneOnce(VendorAct act) {
        plan();
        lab.vendor.next(act);
        try {
            lab.writes().runDue(TRIES);
        } catch (ProcessDeath e) {
            lab.told().add("died");
        }
        lab.vendor.deliverLate();

        runAll();

        assertThat(lab.vendor.acted()).isEqualTo(1);
        assertThat(lab.writes().pending()).isEmpty();
    }
}
