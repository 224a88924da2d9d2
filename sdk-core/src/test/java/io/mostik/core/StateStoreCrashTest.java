package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several processes on one store, and processes that die while they write. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StateStoreCrashTest {

    private static final int KILLS = Integer.getInteger("mostik.kills", 5);
    private static final long SEED = Long.getLong("mostik.seed", 20261121L);

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    static List<Named<Supplier<StoreDatabase>>> servers() {
        return List.of(
                Named.of("PostgreSQL", StoreDatabase::postgres),
                Named.of("MariaDB", StoreDatabase::mariaDb),
                Named.of("MariaDB by MySQL's driver", StoreDatabase::mariaDbByMySqlDriver));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void givenThreeProcesses_whenCountingUp_thenNoUpdateIsLost(Supplier<StoreDatabase> server) throws Exception {
        StoreDatabase database = server.get();

        StoreProgram.outputs(threeProcesses(database, "count", 200));

        StateStore store = JdbcStateStore.create(database.open());
        assertThat(store.find(StoreProgram.COUNT).orElseThrow().value()).isEqualTo("600");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void givenThreeProcesses_whenAskingWhoWasFirst_thenExactlyOneWas(Supplier<StoreDatabase> server) throws Exception {
        StoreDatabase database = server.get();

        List<String> firsts = StoreProgram.outputs(threeProcesses(database, "first", 500));

        assertThat(firsts.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(500);
    }

    @Test
    void givenProcessesOnSqlite_whenCountingUp_thenNoUpdateIsLost() throws Exception {
        StoreDatabase database = StoreDatabase.sqlite(folder);

        StoreProgram.outputs(threeProcesses(database, "count", 50));

        StateStore store = JdbcStateStore.create(database.open());
        assertThat(store.find(StoreProgram.COUNT).orElseThrow().value()).isEqualTo("150");
    }

    @Test
    void givenFile_whenWriterIsKilled_thenPromisedValueIsWhole() throws Exception {
        killWriters(StoreDatabase.h2InFile(folder));
    }

    @Test
    void givenSqlite_whenWriterIsKilled_thenPromisedValueIsWhole() throws Exception {
        killWriters(StoreDatabase.sqlite(folder));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void givenServer_whenWriterIsKilled_thenPromisedValueIsWhole(Supplier<StoreDatabase> server) throws Exception {
        killWriters(server.get());
    }

    private void killWriters(StoreDatabase database) throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            int promised = writeAndDie(database);

            StateStore store = JdbcStateStore.create(database.open());
            String value = store.find(StoreProgram.LONG).orElseThrow().value();
            int kept = StoreProgram.number(value);
            assertThat(kept).as("kill %d with seed %d", kill, SEED).isBetween(promised, promised + 1);
            assertThat(value).isEqualTo(StoreProgram.longValue(kept));
            assertThat(store.find(StoreProgram.SHORT).orElseThrow().value()).isEqualTo(Integer.toString(kept));
        }
    }

    /** Kills a writer at a random moment and returns the last number that it had promised. */
    private int writeAndDie(StoreDatabase database) throws IOException, InterruptedException {
        Process writer = StoreProgram.start(database, "write", 0);
        try (BufferedReader promises = writer.inputReader()) {
            int promised = 0;
            for (int i = random.nextInt(40); i >= 0; i--) {
                promised = Integer.parseInt(promises.readLine());
            }
            writer.waitFor(random.nextInt(5_000), TimeUnit.MICROSECONDS);
            writer.toHandle().destroyForcibly();
            return promises.lines().mapToInt(Integer::parseInt).reduce(promised, Math::max);
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private static Stream<Process> threeProcesses(StoreDatabase database, String work, int times) throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(StoreProgram.start(database, work, times));
        }
        return processes.stream();
    }
}
