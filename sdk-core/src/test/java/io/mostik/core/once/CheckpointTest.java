package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.NodeStore;
import io.mostik.core.test.NodeStore.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String KEY = "feed/a";

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);

    private Optional<Checkpoint> tryOpen() {
        return Checkpoint.tryOpen(store, time, KEY, LEASE);
    }

    private Checkpoint open() {
        return tryOpen().orElseThrow();
    }

    @Test
    void givenOpenOne_whenOpenedAgain_thenEmpty() {
        try (Checkpoint held = open()) {
            assertThat(held.isHeld()).isTrue();
            assertThat(tryOpen()).isEmpty();
        }

        assertThat(tryOpen()).isPresent();
    }

    @Test
    void givenTakenOver_whenSaved_thenPositionStays() {
        Checkpoint first = open();
        first.save("1");
        time.advance(LEASE);
        Checkpoint second = open();
        second.save("2");

        boolean late = first.save("late");
        boolean finished = first.finish("later");
        first.close();

        assertThat(late).isFalse();
        assertThat(finished).isFalse();
        assertThat(Checkpoint.peek(store, KEY)).contains("2");
        assertThat(second.isHeld()).isTrue();
    }

    @Test
    void givenLeaseOver_whenNobodyTookIt_thenSaveWins() {
        Checkpoint held = open();
        time.advance(LEASE);
        boolean before = held.isHeld();

        boolean saved = held.save("1");

        assertThat(before).isFalse();
        assertThat(saved).isTrue();
        assertThat(held.isHeld()).isTrue();
    }

    @Test
    void givenFinished_whenOpenedAgain_thenGoesOn() {
        open().finish("7");

        Checkpoint next = open();

        assertThat(next.position()).contains("7");
    }

    @Test
    void givenNoPosition_whenClosed_thenNothingIsLeft() {
        open().close();

        assertThat(store.list("", "", 10)).isEmpty();
    }

    @Test
    void givenPosition_whenForgotten_thenStartsAnew() {
        open().finish("7");
        open().forget();

        assertThat(open().position()).isEmpty();
    }

    @Test
    void givenForgotten_whenUsed_thenIsClosed() {
        Checkpoint held = open();

        boolean forgotten = held.forget();

        assertThat(forgotten).isTrue();
        assertThat(held.isHeld()).isFalse();
        assertThat(held.forget()).isFalse();
        assertThat(held).hasToString("Checkpoint[feed/a]");
    }

    @Test
    void givenTakenFromIt_whenUsed_thenLearnsIt() {
        Checkpoint saving = open();
        store.put(KEY, "5");
        boolean saved = saving.save("late");
        Checkpoint forgetting = open();
        store.put(KEY, "6");

        boolean forgotten = forgetting.forget();

        assertThat(saved).isFalse();
        assertThat(saving.isHeld()).isFalse();
        assertThat(forgotten).isFalse();
        assertThat(Checkpoint.peek(store, KEY)).contains("6");
    }

    @Test
    void givenOpenOne_whenTimeGoesBy_thenIsRenewed() throws InterruptedException {
        CountDownLatch renewals = new CountDownLatch(3);
        NodeStore node = new NodeStore(store);
        IntStream.range(2, 100).forEach(trip -> node.at(new Point(trip, false), renewals::countDown));

        try (Checkpoint held =
                Checkpoint.tryOpen(node, time, KEY, Duration.ofMillis(30)).orElseThrow()) {
            assertThat(renewals.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(held).hasToString("Checkpoint[feed/a held]");
        }
    }

    @Test
    void givenTextLikeJson_whenOpened_thenItIsThePosition() {
        store.put(KEY, "{7}");

        assertThat(open().position()).contains("{7}");
    }

    @Test
    void givenPlainText_whenOpened_thenItIsThePosition() {
        store.put(KEY, "2026-03-02");

        Checkpoint opened = open();

        assertThat(opened.position()).contains("2026-03-02");
    }

    @Test
    void givenLaterRelease_whenOpened_thenFails() {
        store.put(KEY, "{\"v\":2,\"position\":\"7\"}");

        assertThatThrownBy(this::open).isInstanceOf(StateStoreException.class).hasMessageContaining("later release");
    }

    @Test
    void givenStoreClockSetBack_whenLeaseWatched_thenItEnds() {
        ManualTime wrong = new ManualTime();
        wrong.set(Instant.parse("2030-01-01T00:00:00Z"));
        StateStore clock = StateStore.inMemory(wrong);
        Checkpoint dead = Checkpoint.tryOpen(clock, time, KEY, LEASE).orElseThrow();
        wrong.set(Instant.parse("2026-03-02T09:00:00Z"));
        ManualTime other = new ManualTime();
        Optional<Checkpoint> early = Checkpoint.tryOpen(clock, other, KEY, LEASE);
        other.advance(LEASE);

        Optional<Checkpoint> late = Checkpoint.tryOpen(clock, other, KEY, LEASE);

        assertThat(dead.isHeld()).isTrue();
        assertThat(early).isEmpty();
        assertThat(late).isPresent();
    }

    @Test
    void givenStoreFailsAtClose_whenClosed_thenDoesNotThrow() {
        NodeStore node = new NodeStore(store);
        node.at(new Point(2, true), () -> {
            throw new StateStoreException("the store is away");
        });
        Checkpoint held = Checkpoint.tryOpen(node, time, KEY, LEASE).orElseThrow();

        held.close();

        assertThat(held.isHeld()).isFalse();
        assertThat(tryOpen()).isEmpty();
    }
}
