package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStore.Remove;
import io.mostik.core.StateStore.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link StateStore} has to do. An adapter for another database extends this class and says in {@link #node()}
 * how its store is opened; if it passes, the SDK can rely on it.
 *
 * <p>Tests that need days to pass are skipped unless the adapter takes its time from {@link #clock()}; the test of growth
 * needs {@link #kept()} too.
 */
public abstract class StateStoreContract extends StateStoreTextsContract {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int THREADS = 6;

    @Test
    void givenNothing_whenWritingAbsentKey_thenRemembers() {
        OptionalLong version = store.write("a", "1", StateStore.ABSENT, FOR_EVER);

        assertThat(store.find("a")).contains(new Entry("a", "1", version.orElseThrow(), Optional.empty()));
        assertThat(store.write("a", "2", StateStore.ABSENT, FOR_EVER)).isEmpty();
        assertThat(value("a")).isEqualTo("1");
    }

    @Test
    void givenValue_whenWritingOverItsVersion_thenReplaces() {
        long first = write("a", "1");

        OptionalLong second = store.write("a", "2", first, Optional.of(Duration.ofDays(1)));

        assertThat(second.orElseThrow()).isGreaterThan(first);
        assertThat(store.find("a")).hasValueSatisfying(entry -> {
            assertThat(entry.value()).isEqualTo("2");
            assertThat(entry.version()).isEqualTo(second.orElseThrow());
            assertThat(entry.expiresAt()).isPresent();
        });
    }

    @Test
    void givenValue_whenWritingOverOldVersion_thenRefuses() {
        long old = write("a", "1");
        store.put("a", "2");

        OptionalLong version = store.write("a", "3", old, FOR_EVER);

        assertThat(version).isEmpty();
        assertThat(value("a")).isEqualTo("2");
        assertThat(store.remove("a", old)).isFalse();
        assertThat(value("a")).isEqualTo("2");
    }

    @Test
    void givenNothing_whenWritingOverVersion_thenRefuses() {
        OptionalLong version = store.write("a", "1", 7, FOR_EVER);

        assertThat(version).isEmpty();
        assertThat(store.find("a")).isEmpty();
    }

    @Test
    void givenExpiredValue_whenLookingForIt_thenItIsForgotten() {
        assertThat(store.write("a", "", StateStore.ABSENT, Optional.of(SHORT))).isPresent();
        assertThat(store.write("a", "", StateStore.ABSENT, Optional.of(SHORT))).isEmpty();
        long version = store.find("a").map(Entry::version).orElse(1L);

        pass(SHORT);

        assertThat(store.find("a")).isEmpty();
        assertThat(store.findAll(List.of("a"))).isEmpty();
        assertThat(store.list("a", "", 10)).isEmpty();
        assertThat(store.remove("a", version)).isFalse();
        assertThat(store.write("a", "2", version, FOR_EVER)).isEmpty();
        assertThat(store.write("a", "3", StateStore.ABSENT, FOR_EVER).orElseThrow())
                .isGreaterThan(version);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 1_000, 1_000_000_000_000_000L})
    void givenVeryLongTime_whenWriting_thenKeeps(long seconds) {
        store.write("a", "1", StateStore.ABSENT, Optional.of(Duration.ofSeconds(seconds)));

        assertThat(value("a")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void givenNoTime_whenWriting_thenForgetsAtOnce(long seconds) {
        store.write("a", "1", StateStore.ABSENT, Optional.of(Duration.ofSeconds(seconds)));

        assertThat(store.find("a")).isEmpty();
        assertThat(store.write("a", "", StateStore.ABSENT, Optional.of(Duration.ofDays(1))))
                .isPresent();
    }

    @Test
    void givenKeyRemovedAndWrittenAgain_whenDoneFast_thenVersionsGrow() {
        List<Long> versions = new ArrayList<>();

        for (int i = 0; i < 100; i++) {
            long version = store.write("a", "1", StateStore.ABSENT, FOR_EVER).orElseThrow();
            versions.add(version);
            assertThat(store.remove("a", version)).isTrue();
            assertThat(store.remove("a", version)).isFalse();
        }

        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givenStaleVersion_whenKeyWasWrittenAgain_thenRefuses() {
        long stale = write("a", "1");
        StateStore other = node();
        assertThat(other.remove("a", stale)).isTrue();
        assertThat(other.write("a", "", StateStore.ABSENT, Optional.of(Duration.ofDays(1))))
                .isPresent();

        OptionalLong version = store.write("a", "stale", stale, FOR_EVER);

        assertThat(version).isEmpty();
        assertThat(store.remove("a", stale)).isFalse();
        assertThat(value("a")).isEmpty();
    }

    @Test
    void givenClockSetBack_whenWriting_thenVersionsGrow() {
        assumeThat(clock()).as("a clock that can be set").isPresent();
        List<Long> versions = new ArrayList<>();

        for (int i = 0; i < 5; i++) {
            versions.add(store.write("a", "1", StateStore.ANY, FOR_EVER).orElseThrow());
            store.remove("a", StateStore.ANY);
            versions.add(store.write("a", "1", StateStore.ABSENT, FOR_EVER).orElseThrow());
            clock().orElseThrow().set(clock().orElseThrow().now().minus(Duration.ofHours(3)));
            versions.add(store.write("a", "2", versions.get(versions.size() - 1), FOR_EVER)
                    .orElseThrow());
        }

        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givenRemovedKey_whenClockIsSetBack_thenStaysRemoved() {
        assumeThat(clock()).as("a clock that can be set").isPresent();
        store.remove("a", write("a", "1"));

        clock().orElseThrow().set(clock().orElseThrow().now().minus(Duration.ofDays(400)));

        assertThat(store.find("a")).isEmpty();
        assertThat(store.list("", "", 10)).isEmpty();
    }

    @Test
    void givenTwoNodes_whenTakingTurns_thenEachSeesTheOther() {
        StateStore other = node();
        List<Long> versions = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            StateStore turn = i % 2 == 0 ? store : other;
            long expected = turn.find("a").map(Entry::version).orElse(StateStore.ABSENT);
            versions.add(turn.write("a", "" + i, expected, FOR_EVER).orElseThrow());
        }

        assertThat(versions).isSorted().doesNotHaveDuplicates();
        assertThat(value("a")).isEqualTo("19");
    }

    @Test
    void givenSeveralChanges_whenCommitting_thenAllHaveOneVersion() {
        long removed = write("c", "1");
        store.put("b", "1");

        OptionalLong version = store.commit(List.of(
                new Write("d", "2", StateStore.ANY, FOR_EVER),
                new Remove("c", removed),
                new Write("a", "2", StateStore.ABSENT, FOR_EVER),
                new Write("b", "2", StateStore.ANY, FOR_EVER),
                new Remove("e", StateStore.ANY)));

        assertThat(store.list("", "", 10)).extracting(Entry::key).containsExactly("a", "b", "d");
        assertThat(store.list("", "", 10)).extracting(Entry::version).containsOnly(version.orElseThrow());
        assertThat(store.list("", "", 10)).extracting(Entry::value).containsOnly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "m", "z"})
    void givenOneConflict_whenCommittingSeveral_thenChangesNothing(String taken) {
        store.put("removed", "1");
        store.put(taken, "1");
        List<Change> changes = Stream.of("a", "m", "z")
                .<Change>map(key -> new Write(key, "2", StateStore.ABSENT, FOR_EVER))
                .toList();

        OptionalLong version =
                store.commit(Stream.concat(changes.stream(), Stream.of(new Remove("removed", StateStore.ANY)))
                        .toList());

        assertThat(version).isEmpty();
        assertThat(store.stream("")).extracting(Entry::key).containsExactlyInAnyOrder(taken, "removed");
        assertThat(value(taken)).isEqualTo("1");
    }

    @Test
    void givenAnyVersion_whenRemoving_thenIsGone() {
        store.put("a", "1");

        assertThat(store.remove("a", StateStore.ANY)).isTrue();

        assertThat(store.find("a")).isEmpty();
        assertThat(store.remove("a", StateStore.ANY)).isTrue();
    }

    @Test
    void givenThreads_whenCommittingTwoKeys_thenNeverHalfAndNoneLost() throws Exception {
        int each = 25;

        inParallel(THREADS, thread -> {
            StateStore node = node();
            for (int done = 0; done < each; ) {
                List<Entry> pair = node.findAll(List.of("left", "right"));
                List<Change> changes = new ArrayList<>(List.of(next("left", pair), next("right", pair)));
                if (thread % 2 == 0) {
                    changes.add(0, changes.remove(1));
                }
                done += node.commit(changes).isPresent() ? 1 : 0;
            }
        });

        List<Entry> pair = store.findAll(List.of("left", "right"));
        assertThat(pair).extracting(Entry::value).containsExactly("150", "150");
        assertThat(pair).extracting(Entry::version).containsOnly(pair.get(0).version());
    }

    @Test
    void givenThreads_whenCountingUp_thenNoneIsLost() throws Exception {
        int each = 25;

        inParallel(THREADS, thread -> {
            StateStore node = node();
            for (int done = 0; done < each; ) {
                done += node.commit(List.of(next("count", node.findAll(List.of("count")))))
                                .isPresent()
                        ? 1
                        : 0;
            }
        });

        assertThat(value("count")).isEqualTo("150");
    }

    @Test
    void givenThreads_whenAskingWhoWasFirst_thenOneWas() throws Exception {
        AtomicInteger firsts = new AtomicInteger();

        inParallel(THREADS, thread -> {
            StateStore node = node();
            for (int i = 0; i < 30; i++) {
                firsts.addAndGet(
                        node.write("seen-" + i, "", StateStore.ABSENT, Optional.of(Duration.ofHours(1)))
                                        .isPresent()
                                ? 1
                                : 0);
            }
        });

        assertThat(firsts).hasValue(30);
    }

    @Test
    void givenThreads_whenWritingAndRemovingAnyVersion_thenNoneFails() throws Exception {
        inParallel(THREADS, thread -> {
            StateStore node = node();
            for (int i = 0; i < 15; i++) {
                node.put("mark", "" + thread);
                assertThat(node.remove("mark", StateStore.ANY)).isTrue();
            }
        });

        assertThat(store.find("mark")).isEmpty();
    }

    @Test
    void givenTwoNodes_whenAskedForTheTime_thenTheyAgree() {
        StateStore other = node();

        Instant first = store.now();
        Instant second = other.now();

        assertThat(Duration.between(first, second).abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(first.getNano() % 1_000_000).isZero();
    }

    @Test
    void givenTimePasses_whenWrittenFromNowOn_thenStorageDoesNotGrow() {
        assumeThat(clock()).as("a clock that can be set").isPresent();
        assumeThat(kept()).as("a count of what is stored").isPresent();
        store.put("wanted", "");
        store.put("removed", "");
        store.remove("removed", StateStore.ANY);
        for (int i = 0; i < 50; i++) {
            assertThat(store.write("seen/" + i, "", StateStore.ABSENT, Optional.of(Duration.ofHours(1))))
                    .isPresent();
        }
        long before = kept().orElseThrow();

        clock().orElseThrow().advance(Duration.ofDays(2));
        for (int i = 0; i < 1_000; i++) {
            store.put("wanted", "" + i);
        }

        assertThat(before).isGreaterThan(50);
        assertThat(kept()).hasValue(1);
        assertThat(store.find("wanted")).isPresent();
    }

    /** The next number under a key, over the version that was read. */
    private static Change next(String key, List<Entry> read) {
        Optional<Entry> entry =
                read.stream().filter(one -> one.key().equals(key)).findFirst();
        int number = entry.map(Entry::value).map(Integer::parseInt).orElse(0) + 1;
        return new Write(key, "" + number, entry.map(Entry::version).orElse(StateStore.ABSENT), FOR_EVER);
    }

    private static void inParallel(int threads, Turn turn) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit(() -> turn.run(thread)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one thread does. */
    private interface Turn {
        void run(int thread);
    }
}
