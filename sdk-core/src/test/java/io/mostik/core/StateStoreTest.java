package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateStoreTest {

    private static final ManualTime TIME = new ManualTime();

    static Stream<Named<StateStore>> stores() {
        return Stream.of(
                Named.of("in memory", StateStore.inMemory(TIME)),
                Named.of("JDBC on H2", JdbcStateStore.create(freshDatabase(), TIME)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givenNothing_whenReplacingTheAbsent_thenRemembers(StateStore store) {
        boolean written = store.replace("a", "1", StateStore.ABSENT, Optional.empty());

        assertThat(written).isTrue();
        assertThat(store.find("a")).map(StateStore.Entry::value).contains("1");
        assertThat(store.replace("a", "2", StateStore.ABSENT, Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givenValue_whenReplacingAnOldVersion_thenRefuses(StateStore store) {
        store.put("b", "1");
        long version = store.find("b").orElseThrow().version();
        store.put("b", "2");

        boolean written = store.replace("b", "3", version, Optional.empty());

        assertThat(written).isFalse();
        assertThat(store.find("b").orElseThrow().value()).isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givenValueWithAnEnd_whenTimePasses_thenForgets(StateStore store) {
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
    @MethodSource("stores")
    void givenRemovedValue_whenWrittenAgain_thenItsVersionIsNew(StateStore store) {
        store.put("d", "1");
        long version = store.find("d").orElseThrow().version();

        assertThat(store.remove("d", version)).isTrue();
        TIME.advance(Duration.ofMillis(1));
        store.put("d", "2");

        assertThat(store.remove("d", version)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givenKeysWithPatterns_whenListingAPrefix_thenTakesItLiterally(StateStore store) {
        for (String key : List.of("e%1", "e%2", "e_1", "ex1", "e!1")) {
            store.put(key, key);
        }

        assertThat(store.list("e%", 10)).extracting(StateStore.Entry::key).containsExactly("e%1", "e%2");
        assertThat(store.list("e_", 10)).extracting(StateStore.Entry::key).containsExactly("e_1");
        assertThat(store.list("e!", 10)).extracting(StateStore.Entry::key).containsExactly("e!1");
        assertThat(store.list("e", 2)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givenBadKey_whenWriting_thenNamesIt(StateStore store) {
        assertThatThrownBy(() -> store.put("", "1")).hasMessageContaining("key");
        assertThatThrownBy(() -> store.put("x".repeat(201), "1")).hasMessageContaining("key");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givenEightThreads_whenCountingUp_thenNoUpdateIsLost(StateStore store) throws Exception {
        int threads = 8;
        int each = 50;

        inParallel(threads, () -> {
            for (int i = 0; i < each; i++) {
                countUp(store);
            }
        });

        assertThat(store.find("count").orElseThrow().value()).isEqualTo(Integer.toString(threads * each));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void givenEightThreads_whenAskingWhoWasFirst_thenExactlyOneWas(StateStore store) throws Exception {
        AtomicInteger firsts = new AtomicInteger();

        inParallel(8, () -> {
            for (int i = 0; i < 50; i++) {
                if (store.firstSeen("seen-" + i, Duration.ofHours(1))) {
                    firsts.incrementAndGet();
                }
            }
        });

        assertThat(firsts).hasValue(50);
    }

    @Test
    void givenJdbcStore_whenAnotherNodeOpensTheSameDatabase_thenItSeesTheValues() {
        JdbcDataSource database = freshDatabase();
        JdbcStateStore.create(database, TIME).put("shared", "value");

        StateStore other = JdbcStateStore.create(database, TIME);

        assertThat(other.find("shared").orElseThrow().value()).isEqualTo("value");
    }

    @Test
    void givenDatabaseThatFails_whenReading_thenSaysSoWithoutTheValue() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:tcp://127.0.0.1:1/nowhere");

        assertThatThrownBy(() -> JdbcStateStore.create(database, TIME)).isInstanceOf(StateStoreException.class);
    }

    @Test
    void givenEntry_whenPrinting_thenHidesItsValue() {
        StateStore store = StateStore.inMemory(TIME);
        store.put("token", "confidential");

        assertThat(store.find("token").orElseThrow().toString()).doesNotContain("confidential");
    }

    private static void countUp(StateStore store) {
        while (true) {
            Optional<StateStore.Entry> entry = store.find("count");
            int next = entry.map(StateStore.Entry::value).map(Integer::parseInt).orElse(0) + 1;
            long version = entry.map(StateStore.Entry::version).orElse(StateStore.ABSENT);
            if (store.replace("count", Integer.toString(next), version, Optional.empty())) {
                return;
            }
        }
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

    private static JdbcDataSource freshDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
