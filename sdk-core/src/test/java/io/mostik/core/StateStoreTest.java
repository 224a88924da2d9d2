package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.ManualTime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateStoreTest {

    private static final ManualTime TIME = new ManualTime();

    @TempDir
    static Path folder;

    /** Where values are kept; every store is empty at first. */
    enum Place {
        MEMORY,
        H2,
        H2_FILE,
        POSTGRES;

        StateStore open() {
            return switch (this) {
                case MEMORY -> StateStore.inMemory(TIME);
                case H2 -> jdbc(StoreDatabase.h2InMemory());
                case H2_FILE -> jdbc(StoreDatabase.h2InFile(folder));
                case POSTGRES -> jdbc(StoreDatabase.postgres());
            };
        }

        private static StateStore jdbc(StoreDatabase database) {
            return JdbcStateStore.create(database.openPooled(), TIME);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenNothing_whenReplacingTheAbsent_thenRemembers(Place place) {
        StateStore store = place.open();

        boolean written = store.replace("a", "1", StateStore.ABSENT, Optional.empty());

        assertThat(written).isTrue();
        assertThat(store.find("a")).map(StateStore.Entry::value).contains("1");
        assertThat(store.replace("a", "2", StateStore.ABSENT, Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void givenValue_whenReplacingAnOldVersion_thenRefuses(Place place) {
        StateStore store = place.open();
        store.put("b", "1");
        long version = store.find("b").orElseThrow().version();
        store.put("b", "2");

        boolean written = store.replace("b", "3", version, Optional.empty());

        assertThat(written).isFalse();
        assertThat(store.find("b").orElseThrow().value()).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource
    void givenValueWithAnEnd_whenTimePasses_thenForgets(Place place) {
        StateStore store = place.open();
        assertThat(store.firstSeen("c", Duration.ofMinutes(1))).isTrue();
        assertThat(store.firstSeen("c", Duration.ofMinutes(1))).isFalse();
        long version = store.find("c").orElseThrow().version();

        TIME.advance(Duration.ofMinutes(1));

        assertThat(store.find("c")).isEmpty();
        assertThat(store.remove("c", version)).isFalse();
        assertThat(store.firstSeen("c", Duration.ofMinutes(1))).isTrue();
        assertThat(store.find("c").orElseThrow().version()).isGreaterThan(version);
    }

    @ParameterizedTest
    @EnumSource
    void givenRemovedValue_whenWrittenAgain_thenItsVersionIsNew(Place place) {
        StateStore store = place.open();
        store.put("d", "1");
        long version = store.find("d").orElseThrow().version();

        assertThat(store.remove("d", version)).isTrue();
        TIME.advance(Duration.ofMillis(1));
        store.put("d", "2");

        assertThat(store.remove("d", version)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void givenKeysWithPatterns_whenListingAPrefix_thenTakesItLiterally(Place place) {
        StateStore store = place.open();
        for (String key : List.of("e%1", "e%2", "e_1", "ex1", "e!1")) {
            store.put(key, key);
        }

        assertThat(store.list("e%", "", 10)).extracting(StateStore.Entry::key).containsExactly("e%1", "e%2");
        assertThat(store.list("e_", "", 10)).extracting(StateStore.Entry::key).containsExactly("e_1");
        assertThat(store.list("e!", "", 10)).extracting(StateStore.Entry::key).containsExactly("e!1");
        assertThat(store.list("e", "", 2)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void givenBadKey_whenWriting_thenNamesIt(Place place) {
        StateStore store = place.open();
        assertThatThrownBy(() -> store.put("", "1")).hasMessageContaining("key");
        assertThatThrownBy(() -> store.put("x".repeat(201), "1")).hasMessageContaining("key");
    }

    @ParameterizedTest
    @EnumSource
    void givenEightThreads_whenCountingUp_thenNoUpdateIsLost(Place place) throws Exception {
        StateStore store = place.open();
        int threads = 8;
        int each = 50;

        inParallel(threads, () -> StoreProgram.countUp(store, each));

        assertThat(store.find(StoreProgram.COUNT).orElseThrow().value()).isEqualTo(Integer.toString(threads * each));
    }

    @ParameterizedTest
    @EnumSource
    void givenEightThreads_whenAskingWhoWasFirst_thenExactlyOneWas(Place place) throws Exception {
        StateStore store = place.open();
        AtomicInteger firsts = new AtomicInteger();

        inParallel(8, () -> firsts.addAndGet(StoreProgram.firsts(store, 50)));

        assertThat(firsts).hasValue(50);
    }

    @ParameterizedTest
    @EnumSource
    void givenValues_whenListingNone_thenListsNone(Place place) {
        StateStore store = place.open();
        store.put("f", "1");

        assertThat(store.list("f", "", 0)).isEmpty();
    }

    @Test
    void givenJdbcStore_whenAnotherNodeOpensTheSameDatabase_thenItSeesTheValues() {
        StoreDatabase database = StoreDatabase.h2InMemory();
        JdbcStateStore.create(database.open(), TIME).put("shared", "value");

        StateStore other = JdbcStateStore.create(database.open(), TIME);

        assertThat(other.find("shared").orElseThrow().value()).isEqualTo("value");
    }

    @Test
    void givenEightNodes_whenTheyCreateTheTableAtOnce_thenEachFindsIt() throws Exception {
        DataSource database = StoreDatabase.postgres().openPooled();
        AtomicInteger opened = new AtomicInteger();

        for (int round = 0; round < 20; round++) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists mostik_state");
            }
            inParallel(8, () -> {
                JdbcStateStore.create(database, TIME);
                opened.incrementAndGet();
            });
        }

        assertThat(opened).hasValue(160);
    }

    @Test
    void givenEntry_whenPrinting_thenHidesItsValue() {
        StateStore store = StateStore.inMemory(TIME);
        store.put("token", "confidential");

        assertThat(store.find("token").orElseThrow().toString()).doesNotContain("confidential");
    }

    private static void inParallel(int threads, Runnable work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
