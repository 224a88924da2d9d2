package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Remove;
import io.mostik.core.StateStore.Write;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each method of the store costs in statements: one change is one, or two where a key was absent. */
class StateStoreCostTest {

    private static final Optional<Duration> FOR_EVER = Optional.empty();

    private final StoreDatabase database = StoreDatabase.h2InMemory();
    private final JdbcConnectionPool pool = database.openPooled();
    private final List<String> calls = new ArrayList<>();
    private final JdbcStateStore store = JdbcStateStore.create(Breaking.before(pool, calls::add), new ManualTime());

    @AfterEach
    void close() {
        pool.dispose();
        database.forget();
    }

    private long statements(Runnable use) {
        calls.clear();
        use.run();
        return calls.stream().filter(name -> name.startsWith("execute")).count();
    }

    private boolean hasCommitted() {
        return calls.contains("commit");
    }

    @Test
    void givenKnownVersion_whenWriting_thenOneStatement() {
        long version = store.write("a", "1", StateStore.ABSENT, FOR_EVER).orElseThrow();

        assertThat(statements(() -> store.write("a", "2", version, FOR_EVER))).isEqualTo(1);
        assertThat(hasCommitted()).isFalse();
    }

    @Test
    void givenAbsentKey_whenWriting_thenTwoStatements() {
        assertThat(statements(() -> store.write("a", "1", StateStore.ABSENT, FOR_EVER)))
                .isEqualTo(2);
        assertThat(hasCommitted()).isFalse();
    }

    @Test
    void givenKnownVersion_whenRemoving_thenOneStatement() {
        long version = store.write("a", "1", StateStore.ABSENT, FOR_EVER).orElseThrow();

        assertThat(statements(() -> store.remove("a", version))).isEqualTo(1);
    }

    @Test
    void givenKeys_whenReading_thenOneStatement() {
        store.put("a", "1");

        assertThat(statements(() -> store.find("a"))).isEqualTo(1);
        assertThat(statements(() -> store.findAll(List.of("a", "b", "c")))).isEqualTo(1);
        assertThat(statements(() -> store.list("", "", 500))).isEqualTo(1);
    }

    @Test
    void givenSeveralChanges_whenCommitting_thenOneTransaction() {
        long version = store.write("a", "1", StateStore.ABSENT, FOR_EVER).orElseThrow();
        List<Change> changes = List.of(
                new Write("a", "2", version, FOR_EVER),
                new Write("b", "2", StateStore.ABSENT, FOR_EVER),
                new Remove("c", StateStore.ANY));

        assertThat(statements(() -> store.commit(changes))).isLessThanOrEqualTo(6);
        assertThat(calls).containsOnlyOnce("commit");
    }
}
