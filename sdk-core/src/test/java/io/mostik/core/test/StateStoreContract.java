package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStore.Remove;
import io.mostik.core.StateStore.Write;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
public abstract class StateStoreContract {

    private static final Optional<Duration> FOR_EVER = Optional.empty();
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int THREADS = 6;
    private static final int MOST_CHANGES = 100;

    private StateStore store;

    /** Returns a further node: a store over the storage of this test, which is empty when the test begins. */
    protected abstract StateStore node();

    /** Returns the clock of the nodes if the test can set it; empty if they take the time from elsewhere. */
    protected Optional<ManualTime> clock() {
        return Optional.empty();
    }

    /** Returns how many values are stored, those included that have expired or were removed; empty if nobody can tell. */
    protected OptionalLong kept() {
        return OptionalLong.empty();
    }

    @BeforeEach
    final void openStore() {
        store = node();
    }

    static Stream<String> hostileKeys() {
        return Stream.of(
                "a",
                "A",
                "\u00e1",
                "\u00c1",
                "a\u0301",
                "a ",
                " a",
                "a\t",
                "a\n",
                "a\u00a0",
                "a\u200b",
                "ss",
                "\u00df",
                "\u1e9e",
                "%",
                "_",
                "a%",
                "a_",
                "a\\",
                "a'",
                "a\"",
                "a;--",
                "o",
                "\u0151",
                "\u043e",
                "\u0441\u0447\u0451\u0442",
                "i",
                "I",
                "\u0130",
                "\u0131",
                "\ufffd",
                "\uffee",
                "\ud83d\ude00",
                "\ud83d\ude01",
                "\udbff\udfff",
                "1",
                "01",
                "1.0",
                "null",
                "x".repeat(199),
                "x".repeat(200),
                "\u4e2d".repeat(200),
                "\ud83d\ude00".repeat(100));
    }

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
        assertThat(store.firstSeen("a", SHORT)).isTrue();
        assertThat(store.firstSeen("a", SHORT)).isFalse();
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
        assertThat(store.firstSeen("a", Duration.ofDays(1))).isTrue();
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
    void givenStaleHolder_whenKeyWasRemovedAndWrittenAgain_thenRefusesHim() {
        long stale = write("a", "1");
        StateStore other = node();
        assertThat(other.remove("a", stale)).isTrue();
        assertThat(other.firstSeen("a", Duration.ofDays(1))).isTrue();

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
                firsts.addAndGet(node.firstSeen("seen-" + i, Duration.ofHours(1)) ? 1 : 0);
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
    void givenManyValues_whenStreaming_thenAllComeInOrder() {
        List<String> keys =
                IntStream.range(0, 1_203).mapToObj(i -> "n/%04d".formatted(i)).toList();
        putAll(keys.stream());
        putAll(Stream.of("m", "n", "n0"));

        List<Entry> entries = store.stream("n/").toList();

        assertThat(entries).extracting(Entry::key).containsExactlyElementsOf(keys);
    }

    @Test
    void givenHostileKeys_whenWritten_thenEachHasItsOwnValue() {
        hostileKeys()
                .forEach(key -> assertThat(store.write(key, key, StateStore.ABSENT, FOR_EVER))
                        .as(key)
                        .isPresent());

        assertThat(hostileKeys().map(this::value))
                .containsExactlyElementsOf(hostileKeys().toList());
        assertThat(store.findAll(hostileKeys().toList()))
                .extracting(Entry::key)
                .containsExactlyElementsOf(hostileKeys().toList());
    }

    @Test
    void givenHostileKeys_whenListing_thenComeInTheOrderOfTheirBytes() {
        putAll(hostileKeys());

        List<String> paged = new ArrayList<>();
        for (String after = ""; paged.size() % 7 == 0; after = paged.get(paged.size() - 1)) {
            List<Entry> page = store.list("", after, 7);
            page.forEach(entry -> paged.add(entry.key()));
            if (page.isEmpty()) {
                break;
            }
        }

        assertThat(paged)
                .containsExactlyElementsOf(hostileKeys()
                        .sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)))
                        .toList());
    }

    @Test
    void givenPrefix_whenListing_thenTakesItLiterally() {
        putAll(hostileKeys());

        List<List<Entry>> listings =
                hostileKeys().map(prefix -> store.list(prefix, "", 100)).toList();

        assertThat(listings.stream()
                        .map(entries -> entries.stream().map(Entry::key).toList()))
                .containsExactlyElementsOf(hostileKeys()
                        .map(prefix -> hostileKeys()
                                .filter(key -> key.startsWith(prefix))
                                .sorted((a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b)))
                                .toList())
                        .toList());
    }

    @Test
    void givenKeyBeforeOrBehindPrefix_whenListingAfterIt_thenPrefixCounts() {
        List.of("a", "b/1", "b/2", "c").forEach(key -> store.put(key, key));

        assertThat(store.list("b/", "a", 10)).extracting(Entry::key).containsExactly("b/1", "b/2");
        assertThat(store.list("b/", "b/1", 10)).extracting(Entry::key).containsExactly("b/2");
        assertThat(store.list("b/", "c", 10)).isEmpty();
        assertThat(store.list("b/", "", 1)).extracting(Entry::key).containsExactly("b/1");
        assertThat(store.list("b/", "", 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 5_000_000})
    void givenValueOfAnyLength_whenReadAgain_thenIsTheSame(int length) {
        String value = "\u0151\u0436\ud83d\ude00 '\\\n".repeat(length / 7 + 1).substring(0, length);

        store.put("a", value);

        assertThat(value("a").equals(value)).as("the value is the same").isTrue();
        assertThat(store.list("a", "", 1).get(0).value().length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0000", "\ud83d", "\ude00", "a\ude00\ud83d"})
    void givenTextThatNoStoreKeeps_whenUsedAsKey_thenRefuses(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.find(key)).withMessageContaining("key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put(key, ""))
                .withMessageContaining("key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.remove(key, 1))
                .withMessageContaining("key");
    }

    @Test
    void givenTooLongKey_whenWriting_thenRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("x".repeat(201), "1"))
                .withMessageContaining("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "secret\u0000", "secret\ud83d", "\ude00secret"})
    void givenTextThatNoStoreKeeps_whenUsedAsValue_thenRefuses(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("a", value))
                .withMessageContaining("value")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }

    @Test
    void givenBadRange_whenListing_thenRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.list("a", "", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> store.list("\ud83d", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store.list("", "\u0000", 1));
    }

    @Test
    void givenNoChangeOrTwoOfOneKey_whenCommitting_thenRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.commit(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.commit(
                        List.of(new Write("a", "1", StateStore.ANY, FOR_EVER), new Remove("a", StateStore.ANY))));
    }

    @Test
    void givenSeveralKeys_whenFindingAll_thenLeavesOutAbsentOnes() {
        store.put("a", "1");
        store.put("c", "3");

        List<Entry> found = store.findAll(List.of("c", "b", "a"));

        assertThat(found).extracting(Entry::key).containsExactly("c", "a");
        assertThat(store.findAll(List.of())).isEmpty();
    }

    @Test
    void givenMoreKeysThanOnePage_whenFindingAll_thenFindsThem() {
        List<String> keys = IntStream.range(0, 1_203).mapToObj(i -> "k" + i).toList();
        store.put("k0", "");
        store.put("k1202", "");

        List<Entry> found = store.findAll(keys);

        assertThat(found).extracting(Entry::key).containsExactly("k0", "k1202");
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
            store.firstSeen("seen/" + i, Duration.ofHours(1));
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

    private long write(String key, String value) {
        return store.write(key, value, StateStore.ABSENT, FOR_EVER).orElseThrow();
    }

    /** Writes keys with themselves as values, in as few commits as may be. */
    private void putAll(Stream<String> keys) {
        List<Change> changes = keys.<Change>map(key -> new Write(key, key, StateStore.ABSENT, FOR_EVER))
                .toList();
        for (int from = 0; from < changes.size(); from += MOST_CHANGES) {
            assertThat(store.commit(changes.subList(from, Math.min(changes.size(), from + MOST_CHANGES))))
                    .isPresent();
        }
    }

    private String value(String key) {
        return store.find(key).orElseThrow().value();
    }

    private void pass(Duration duration) {
        Optional<ManualTime> manual = clock();
        manual.ifPresent(time -> time.advance(duration));
        Instant end = store.now().plus(manual.isPresent() ? Duration.ZERO : duration);
        while (store.now().isBefore(end)) {
            Thread.onSpinWait();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
