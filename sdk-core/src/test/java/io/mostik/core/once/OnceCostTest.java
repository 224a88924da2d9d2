package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.MortalStore;
import org.junit.jupiter.api.Test;

/** What a write costs in round trips to the store, side record included. */
@OnEveryStore
class OnceCostTest {

    private final OnceLab lab;

    OnceCostTest(EngineStore stores) {
        lab = new OnceLab(stores);
    }

    private int trips() {
        MortalStore node = lab.connection();
        lab.ask(node);
        return node.trips();
    }

    @Test
    void givenNewId_whenPerforming_thenThreeTrips() {
        assertThat(trips()).isEqualTo(3);
    }

    @Test
    void givenKnownId_whenPerforming_thenOneTrip() {
        lab.ask();

        assertThat(trips()).isEqualTo(1);
    }

    @Test
    void givenLostAnswer_whenReadBack_thenTwoTrips() {
        lab.vendor.next(VendorAct.LOST_AFTER);
        lab.ask();

        assertThat(trips()).isEqualTo(2);
    }

    @Test
    void givenLostRequest_whenSentAgain_thenThreeTrips() {
        lab.vendor.next(VendorAct.LOST_BEFORE);
        lab.ask();
        lab.sleep(OnceLab.SETTLING);

        assertThat(trips()).isEqualTo(3);
    }

    @Test
    void givenLostRequest_whenTooEarly_thenOneTrip() {
        lab.vendor.next(VendorAct.LOST_BEFORE);
        lab.ask();

        assertThat(trips()).isEqualTo(1);
    }

    @Test
    void givenSender_whenAnotherAsks_thenOneTrip() {
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.ask();

        assertThat(trips()).isEqualTo(1);
    }

    @Test
    void givenRefusal_whenPerforming_thenThreeTrips() {
        lab.vendor.next(VendorAct.REFUSED);

        assertThat(trips()).isEqualTo(3);
    }

    @Test
    void givenNoReadBack_whenAbandoned_thenTwoTrips() {
        lab.vendor.next(VendorAct.DIES_BEFORE);
        lab.vendor.blind(true);
        lab.ask();
        lab.sleep(OnceLab.BEYOND);

        assertThat(trips()).isEqualTo(2);
    }
}
