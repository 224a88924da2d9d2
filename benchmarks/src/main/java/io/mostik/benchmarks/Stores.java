package io.mostik.benchmarks;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Inbox;
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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the state store, a once-only write, an inbox and a feed cost next to the bare SQL that they need, on H2 and on the databases that the
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
    private final Inbox<String> inbox;
    private final Feed<Long> feed;
    private int next;

    private Stores(String name, KeptConnection kept) throws SQLException {
        this.name = name;
        this.store = JdbcStateStore.create(kept.source());
        this.writes = Once.over(store).writes(KIND, OnceSteps.of(asked -> true, asked -> ReadBack.unknown()));
        this.inbox =
                Inbox.builder(Once.over(store), "bench-" + run, text -> text).open(event -> {});
        this.feed = Feed.of(store, TimeSource.system(), "bench/feed/" + run, new FeedPages());
        this.bare = new BareSql(kept.connection());
    }

    /** Takes the size; with 5, a million entries are kept. */
    public static void main(String[] arguments) throws Exception {
        int size = Integer.parseInt(arguments[arguments.length - 1]);
        Path folder = Files.createTempDirectory("mostik-store");
        Database state = Database.h2(folder.resolve("state"));
        Database full = Database.h2(folder.resolve("full"));
        try (KeptConnection kept = KeptConnection.open(state);
                KeptConnection many = KeptConnection.open(full)) {
            Stores stores = new Stores(state.name(), kept);
            stores.ratios(size);
            stores.compare(new Stores(full.name(), many), size * KEPT_PER_SIZE);
        } finally {
            Heap.delete(folder);
        }
        for (Database other : Database.others()) {
            try (KeptConnection kept = KeptConnection.open(other)) {
                new Stores(other.name(), kept).ratios(size);
            }
        }
        System.exit(0);
    }

    private void ratios(int size) {
        int rounds = 3 + size;
        InterleavedRounds.of(4, ROUND, () -> each(bare::perform), () -> each(this::perform));
        compare("perform", rounds, bare::perform, this::perform);
        compare("write of a new key", rounds, bare::write, this::write);
        compare("find", rounds, bare::find, store::find);
        compare("accept of an inbox", rounds, bare::accept, this::accept);
        compare("poll of a feed, one page", rounds, unusedId -> bare.poll("feed"), unusedId -> poll());
    }

    private void compare(String what, int rounds, Consumer<String> floor, Consumer<String> sdk) {
        Latencies theirs = new Latencies();
        Latencies ours = new Latencies();
        InterleavedRounds ratios = InterleavedRounds.of(
                rounds,
                ROUND,
                () -> each(id -> theirs.time(() -> floor.accept(id))),
                () -> each(id -> ours.time(() -> sdk.accept(id))));
        ratios.row("", name + ": " + what + ", time (ns)", 0, Cost::wallNanos)
                .withoutTarget()
                .print();
        Row.of("", name + ": " + what + ", latency", ours.text(), "", true)
                .with("", "bare SQL " + theirs.text())
                .print();
    }

    private void accept(String id) {
        if (!inbox.accept(id, id, id)) {
            throw new IllegalStateException("not new");
        }
    }

    /** A page of fifty, all of them newer than what was read before. */
    private void poll() {
        FeedPoll ended = feed.poll(row -> {});
        if (!ended.isComplete()) {
            throw new IllegalStateException("not complete: " + ended);
        }
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

    private void each(Consumer<String> work) {
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
