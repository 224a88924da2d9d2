package io.mostik.benchmarks;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What the state store and a once-only write cost next to the bare SQL that they need, on H2 and on the databases that the
 * variables {@code MOSTIK_TEST_POSTGRES_URL} and {@code MOSTIK_TEST_MARIADB_URL} name; and whether kept entries slow a write.
 */
public final class Stores {

    private static final int ROUND = 200;
    private static final int KEPT_PER_SIZE = 200_000;
    private static final int BATCH = 500;
    private static final int LONG_ROUND = 1_500;
    private static final Duration KEPT = Duration.ofDays(400);
    private static final double NO_SLOWER = 1.20;
    private static final Kind<String, Void, Boolean> KIND = Kind.builder(
                    "bench/write", String.class, Void.class, Boolean.class)
            .ids(IdPolicy.PLAIN)
            .content(ContentPolicy.STORED)
            .lease(Duration.ofMinutes(2))
            .keep(KEPT)
            .build();

    private final String name;
    private final StateStore store;
    private final OnceWrites<String, Void, Boolean> writes;
    private final BareSql bare;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private int next;

    private Stores(String name, KeptConnection kept) throws SQLException {
        this.name = name;
        this.store = JdbcStateStore.create(kept.source());
        this.writes = Once.over(store).writes(KIND, OnceSteps.of(asked -> true, asked -> ReadBack.unknown()));
        this.bare = new BareSql(kept.connection());
    }

    /** Takes the size; with 5, a million entries are kept. */
    public static void main(String[] arguments) throws Exception {
        int size = Integer.parseInt(arguments[arguments.length - 1]);
        Path folder = Files.createTempDirectory("mostik-store");
        try (KeptConnection h2 = KeptConnection.open("jdbc:h2:" + folder.resolve("state"), "sa", "");
                KeptConnection full = KeptConnection.open("jdbc:h2:" + folder.resolve("full"), "sa", "")) {
            Stores stores = new Stores("H2", h2);
            stores.ratios(size);
            stores.compare(new Stores("H2", full), size * KEPT_PER_SIZE);
        } finally {
            Heap.delete(folder);
        }
        for (String database : List.of("POSTGRES", "MARIADB")) {
            String variables = "MOSTIK_TEST_" + database + "_";
            String url = System.getenv(variables + "URL");
            if (url != null) {
                try (KeptConnection kept =
                        KeptConnection.open(url, variable(variables + "USER"), variable(variables + "PASSWORD"))) {
                    new Stores(database, kept).ratios(size);
                }
            }
        }
        System.exit(0);
    }

    private static String variable(String variable) {
        return Objects.requireNonNullElse(System.getenv(variable), "");
    }

    private void ratios(int size) {
        int rounds = 3 + 2 * size;
        InterleavedRounds.of(4, ROUND, () -> each(bare::perform), () -> each(this::perform));
        print("perform", InterleavedRounds.of(rounds, ROUND, () -> each(bare::perform), () -> each(this::perform)));
        print(
                "write of a new key",
                InterleavedRounds.of(rounds, ROUND, () -> each(bare::write), () -> each(this::write)));
        print("find", InterleavedRounds.of(rounds, ROUND, () -> each(bare::find), () -> each(store::find)));
    }

    private void print(String what, InterleavedRounds ratios) {
        ratios.row("", name + ": " + what + ", time (ns)", 0, Cost::wallNanos)
                .withoutTarget()
                .print();
    }

    /** The same work in a store with few entries and in a full one; long enough for what is done every 1,000 commits. */
    private void compare(Stores full, int entries) {
        full.keep(entries);
        Runnable few = () -> IntStream.range(0, LONG_ROUND).forEach(i -> perform(id()));
        Runnable many = () -> IntStream.range(0, LONG_ROUND).forEach(i -> full.perform(full.id()));
        InterleavedRounds.of(1, LONG_ROUND, few, many);
        String measure =
                String.format(Locale.ROOT, ": perform beside %,d kept entries ÷ beside few, time (ns)", entries);
        InterleavedRounds.of(5, LONG_ROUND, few, many)
                .row("", name + measure, NO_SLOWER, Cost::wallNanos)
                .print();
    }

    private void keep(int entries) {
        for (int from = 0; from < entries; from += BATCH) {
            OptionalLong unusedVersion = store.commit(IntStream.range(from, from + BATCH)
                    .<StateStore.Change>mapToObj(i -> new StateStore.Write(
                            "kept/" + run + "/" + i, "{\"kept\":" + i + "}", StateStore.ABSENT, Optional.of(KEPT)))
                    .toList());
        }
    }

    private void each(java.util.function.Consumer<String> work) {
        for (int i = 0; i < ROUND; i++) {
            work.accept(id());
        }
    }

    private String id() {
        return run + "-" + next++;
    }

    private void perform(String id) {
        if (!(writes.perform(id, "4711") instanceof OnceResult.Done)) {
            throw new IllegalStateException("not applied");
        }
    }

    private void write(String key) {
        OptionalLong unusedVersion = store.write("bench/" + key, "{\"a\":1}", StateStore.ABSENT, Optional.empty());
    }
}
