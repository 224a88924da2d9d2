package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedStateTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    /** Takes half of the room. */
    private static final String LONG_ID = "x".repeat(FeedState.MOST_CHARACTERS / 2 - 20);

    private final FeedState state = new FeedState();

    @Test
    void givenHalfTheRoom_whenAsked_thenTheOtherHalfIsLeft() {
        state.delivered(LONG_ID, NINE, "");

        assertThat(state.hasRoom(LONG_ID, "")).isTrue();
        assertThat(state.hasRoom(LONG_ID, "d")).isFalse();
    }

    @Test
    void givenRecordThatChanged_whenDelivered_thenTakesRoomOnce() {
        state.delivered(LONG_ID, NINE, "");
        state.delivered(LONG_ID, NINE.plusSeconds(1), "");

        assertThat(state.hasRoom(LONG_ID, "")).isTrue();
        assertThat(state.isNew(LONG_ID, NINE.plusSeconds(1), "")).isFalse();
    }

    @Test
    void givenTimesThatMove_whenComplete_thenForgetsWhatIsOlder() {
        state.delivered(LONG_ID, NINE, "");

        state.complete(NINE, NINE);
        boolean before = state.hasRoom(LONG_ID, "d");
        state.complete(NINE.plusSeconds(60), NINE.plusSeconds(1));

        assertThat(before).isFalse();
        assertThat(state.hasRoom(LONG_ID, "d")).isTrue();
    }

    @Test
    void givenTimes_whenComplete_thenTellsWhetherOneMoved() {
        assertThat(state.complete(NINE, NINE)).isTrue();
        assertThat(state.complete(NINE, NINE)).isFalse();
        assertThat(state.complete(NINE.plusSeconds(1), NINE)).isTrue();
        assertThat(state.complete(NINE.plusSeconds(1), NINE.plusSeconds(1))).isTrue();
    }

    @Test
    void givenEarlierTimes_whenComplete_thenNeverGoesBack() {
        state.complete(NINE, NINE);

        boolean moved = state.complete(NINE.minusSeconds(60), NINE.minusSeconds(60));

        assertThat(moved).isFalse();
        assertThat(state.upTo()).contains(NINE);
        assertThat(state.from()).contains(NINE);
    }
}
