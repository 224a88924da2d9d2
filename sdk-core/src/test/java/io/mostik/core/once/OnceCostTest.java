package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.MortalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a write costs in round trips to the store, side record included. */
@ExtendWith(OnceReport.class)
class OnceCostTest {

    private final OnceLab lab = new OnceLab();

    private int trips() {
        MortalStore node = lab.connection();
        lab.ask(node);
        return node.trips();
    }

    @Test
    void givenNewId_whenPerforming_thenThree() {
        assertThat(trips()).isEqualTo(3);
    }

    @Test
    void givenKnownId_whenPerforming_thenOne() {
        lab.ask();

        assertThat(trips()).isEqualTo(1);
    }

    @Test
    void givenLostAnswer_whenSeen_thenTwo() {
        lab.vendor.next(VendorAct.LOST_AFTER);
        lab.ask();

        assertThat(trips()).isEqualTo(2);
    }

    @Test
    void givenLostRequest_whenSentAgain_thenThree() {
        lab.vendor.next(VendorAct.LOST_BEFORE);
        lab.ask();
        lab.sleep(OnceLab.SETTLING);

        assertThat(trips()).isEqualTo(3);
    }

    @Test
    void givenLostRequest_whenTooEarly_thenOne() {
        lab.vendor.next(VendorAct.LOST_BEFORE);
        lab.ask();

        assertThat(trips()).isEqualTo(1);
    }

    @Test
    void givenSender_whenAnotherAsks_thenOne() {
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.ask();

        assertThat(trips()).isEqualTo(1);
    }

    @Test
    void givenRefusal_whenPerforming_thenThree() {
        lab.vendor.next(VendorAct.REFUSED);

        assertThat(trips()).isEqualTo(3);
    }

    @Test
    void givenBlindVendor_whenAbandoned_thenTwo() {
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.vendor.blind(true);
        lab.ask();
        lab.sleep(OnceLab.BEYOND);

        assertThat(trips()).isEqualTo(2);
    }
}
