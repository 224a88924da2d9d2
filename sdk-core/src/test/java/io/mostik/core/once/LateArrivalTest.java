package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request may arrive after its caller gave up, and a sleeper may wake after another has acted. */
@OnEveryStore
class LateArrivalTest {

    private final OnceLab lab;

    LateArrivalTest(EngineStore stores) {
        lab = new OnceLab(stores);
    }

    @Test
    void givenLateRequest_whenItArrivesWithinSettling_thenOnce() {
        lab.vendor.next(VendorAct.LATE);
        lab.ask();
        lab.sleep(OnceLab.SETTLING.minusMillis(1));

        Optional<OnceResult<String>> early = lab.ask();
        lab.vendor.deliverLate();

        assertThat(early).get().isInstanceOf(OnceResult.InProgress.class);
        lab.healToOne();
    }

    @Test
    void givenLateRequest_whenItArrivesAtSettling_thenOnce() {
        lab.vendor.next(VendorAct.LATE);
        lab.ask();
        lab.sleep(OnceLab.SETTLING);
        lab.vendor.deliverLate();

        Optional<OnceResult<String>> told = lab.ask();

        assertThat(told).get().isEqualTo(new OnceResult.Done<>(Optional.of("500"), OnceResult.How.SEEN));
        lab.healToOne();
    }

    @Test
    void givenLateRequest_whenItArrivesLater_thenAPersonDecides() {
        lab.vendor.next(VendorAct.LATE);
        lab.ask();
        lab.sleep(OnceLab.SETTLING);
        lab.ask();
        lab.vendor.deliverLate();

        assertThat(lab.writes().reportDuplicate(OnceLab.ID)).isTrue();
        assertThat(lab.ask()).contains(new OnceResult.Unknown<>(true));

        assertThat(lab.vendor.acted()).isEqualTo(2);
        lab.heal();
    }

    @Test
    void givenAbandonedCall_whenSettlingIsCounted_thenFromEndOfLease() {
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.ask();
        lab.sleep(OnceLab.LEASE.plus(OnceLab.SETTLING).minusMillis(1));

        assertThat(lab.ask()).get().isInstanceOf(OnceResult.InProgress.class);

        lab.sleep(Duration.ofMillis(1));
        assertThat(lab.ask()).get().isInstanceOf(OnceResult.Done.class);
    }

    @Test
    void givenLateRefusal_whenAnotherHasActed_thenNothingChanges() {
        lab.vendor.next(VendorAct.REFUSED);
        lab.vendor.insideCall(() -> {
            lab.sleep(OnceLab.BEYOND);
            lab.ask();
        });

        Optional<OnceResult<String>> told = lab.ask();

        assertThat(lab.state()).isEqualTo(WriteState.DONE);
        assertThat(told).get().isEqualTo(new OnceResult.Done<>(Optional.of("500"), OnceResult.How.EARLIER));
        lab.healToOne();
    }

    @Test
    void givenThreeNodes_whenTheFirstWakesLast_thenFlagged() {
        lab.vendor.insideCall(() -> {
            lab.vendor.next(VendorAct.REFUSED, VendorAct.FINE);
            lab.sleep(OnceLab.BEYOND);
            lab.ask();
            lab.ask();
        });

        Optional<OnceResult<String>> told = lab.ask();

        assertThat(lab.vendor.acted()).isEqualTo(2);
        assertThat(told).contains(new OnceResult.Unknown<>(true));
        lab.heal();
    }

    @Test
    void givenPersonWhoSaysNo_whenTheSleeperActs_thenItIsDone() {
        lab.vendor.insideCall(() -> {
            lab.vendor.blind(true);
            lab.sleep(OnceLab.BEYOND);
            lab.ask();
            lab.writes().resolve(OnceLab.ID, Optional.empty());
        });

        lab.ask();

        assertThat(lab.state()).isEqualTo(WriteState.DONE);
        lab.healToOne();
    }

    @Test
    void givenListedWrite_whenSentSinceThen_thenItIsNotResolved() {
        lab.vendor.next(VendorAct.LOST_BEFORE, VendorAct.LOST_AFTER);
        lab.ask();
        Once once = Once.over(lab.store(), lab.time);
        var writes = once.writes(OnceLab.kind().build(), new CountedSteps(lab.vendor, CountedSteps.side(lab.store())));
        OpenWrite seen = writes.pending().findFirst().orElseThrow();
        lab.sleep(OnceLab.SETTLING);
        lab.ask();

        assertThat(once.resolve(seen, false)).isFalse();

        lab.healToOne();
    }

    @Test
    void givenSender_whenNobodyCanTell_thenAnotherIsToldBusy() {
        lab.vendor.blind(true);
        lab.vendor.insideCall(() -> {
            assertThat(lab.ask()).get().isInstanceOf(OnceResult.InProgress.class);
            assertThat(lab.writes().resolve(OnceLab.ID, Optional.empty())).isFalse();
        });

        lab.ask();

        lab.healToOne();
    }

    @Test
    void givenSender_whenItHasActed_thenAnotherIsToldBusy() {
        lab.vendor.beforeAnswer(() -> assertThat(lab.ask()).get().isInstanceOf(OnceResult.InProgress.class));

        lab.ask();

        lab.healToOne();
    }
}
