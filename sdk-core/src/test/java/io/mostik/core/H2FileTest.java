package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStore.Write;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stores on H2 in a file, which takes back what was committed if it writes while another transaction changes something. A
 * build plays {@code mostik.h2.rounds} rounds of commits that cross; full run 2,000.
 */
class H2FileTest {

    private static final int ROUNDS = Integer.getInteger("mostik.h2.rounds", 5);
    private static final int THREADS = 6;
    private static final int EACH = 25;
    private static final List<String> PAIR = List.of("left", "right");

    @TempDir
    private Path folder;

    private final Logger log = Logger.getLogger("io.mostik.store"); // kept: the JDK holds loggers weakly

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ThreadLocal<Boolean> isInside = ThreadLocal.withInitial(() -> false);

    @Test
    void givenTwoStoresOnOneFile_whenManyThreadsCommit_thenOneTransactionAtATime() throws Exception {
        StateStore one = counted(folder.resolve("one"));
        StateStore other =
                counted(folder.resolve("..").resolve(folder.getFileName()).resolve("one"));

        inParallel(thread -> {
            for (int done = 0; done < EACH; done++) {
                String value = Integer.toString(done);
                (thread % 2 == 0 ? one : other)
                        .commit(List.of(
                                new Write("a" + thread, value, StateStore.ANY, Optional.empty()),
                                new Write("b" + thread, value, StateStore.ANY, Optional.empty())));
            }
        });

        assertThat(one.stream("")).hasSize(2 * THREADS);
        assertThat(most).hasValue(1);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void givenCommitsThatCross_whenPlayedOften_thenNoneIsTakenBack() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            JdbcDataSource file = file(folder.resolve("round" + round));
            StateStore store = JdbcStateStore.create(file);

            inParallel(thread -> {
                for (int done = 0; done < EACH; ) {
                    List<Entry> pair = store.findAll(PAIR);
                    List<Change> changes =
                            PAIR.stream().map(key -> next(key, pair)).toList();
                    done += store.commit(changes).isPresent() ? 1 : 0;
                }
            });

            assertThat(store.findAll(PAIR))
                    .as("round " + round)
                    .extracting(Entry::value)
                    .containsExactly("150", "150");
            close(file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file:%s/a;WRITE_DELAY=0, true, ''",
        "%s/b, true, up to 500 ms",
        "file:%s/c;WRITE_DELAY=10;DATABASE_TO_LOWER=TRUE, true, up to 10 ms",
        "file:%s/d;WRITE_DELAY=0;MODE=Oracle;DATABASE_TO_UPPER=FALSE, true, ''",
        "file:%s/e;WRITE_DELAY=2147483647, false, ''",
        "mem:, false, ''",
    })
    void givenAddress_whenOpened_thenTurnsAreTakenWhereH2Writes(String address, boolean inTurns, String warning)
            throws Exception {
        Listening heard = new Listening();
        log.addHandler(heard);
        Optional<String> name;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + address.formatted(folder))) {
            name = new H2Dialect().oneAtATime(connection);
        } finally {
            log.removeHandler(heard);
        }

        assertThat(name.isPresent()).isEqualTo(inTurns);
        assertThat(String.join("", heard.logged)).contains(warning);
        assertThat(heard.logged).hasSize(warning.isEmpty() ? 0 : 1);
    }

    private StateStore counted(Path file) {
        return JdbcStateStore.create(Breaking.before(file(file), this::count));
    }

    private static JdbcDataSource file(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        return source;
    }

    private static void close(DataSource file) throws SQLException {
        try (Connection connection = file.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("shutdown");
        }
    }

    /** Each transaction turns auto-commit off and on again. */
    private void count(String method) {
        if (method.equals("setAutoCommit")) {
            isInside.set(!isInside.get());
            if (isInside.get()) {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
            } else {
                open.decrementAndGet();
            }
        }
    }

    private static Change next(String key, List<Entry> found) {
        return found.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(entry -> new Write(
                        key, Integer.toString(Integer.parseInt(entry.value()) + 1), entry.version(), Optional.empty()))
                .orElseGet(() -> new Write(key, "1", StateStore.ABSENT, Optional.empty()));
    }

    private static void inParallel(Part part) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = Stream.iterate(0, thread -> thread + 1)
                    .limit(THREADS)
                    .<Future<?>>map(thread -> pool.submit(() -> part.of(thread)))
                    .toList();
            for (Future<?> one : running) {
                Object unused = one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one thread does. */
    private interface Part {
        void of(int thread);
    }

    /** Collects what is logged. */
    private static final class Listening extends Handler {

        private final List<String> logged = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            logged.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
