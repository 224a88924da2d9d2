package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.report.CsvFormat;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.sink.JdbcTable;
import io.mostik.datahub.statuses.StatusMapping;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.SimulatedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs in the small heap: all orders into each sink, one after the other. The client paces itself as always, by a clock that its
 * pauses move on, so that nothing waits. Its arguments: address and key of the vendor, its time, the folder of the files, and
 * what the names of tables begin with.
 */
final class SinkHeapProgram {

    private static final long MEGABYTE = 1024L * 1024;

    private final Path folder;
    private final String prefix;
    private final Secret key;
    private final VendorTime time;
    private final RemOnlineConnector connector;

    private SinkHeapProgram(String[] arguments) {
        this.key = Secret.of(arguments[1]);
        this.time = new VendorTime(SimulatedClock.at(Instant.parse(arguments[2])));
        this.folder = Path.of(arguments[3]);
        this.prefix = arguments[4];
        this.connector = RemOnlineConnector.of(secret -> RemOnline.builder()
                .apiKey(secret)
                .baseUri(arguments[0])
                .http(http -> http.time(time))
                .build());
    }

    public static void main(String[] arguments) {
        SinkHeapProgram program = new SinkHeapProgram(arguments);
        program.runs();
        HeapSink.refreshed().forEach(program::refreshes);
        System.out.println(
                "peak " + peak() / MEGABYTE + " MB of " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB");
    }

    private void runs() {
        try (HubConnection hub = hub()) {
            say("CSV", () -> written("orders.csv", out -> hub.run().writeCsv(out, CsvFormat.COMMA)));
            say("JSON lines", () -> written("orders.json", out -> hub.run().writeJsonLines(out)));
            for (HeapSink sink : HeapSink.ofThisMachine()) {
                try (JdbcTable table = sink.table(
                        folder, prefix + "run", hub.settings().orElseThrow().allColumns())) {
                    say("run into " + sink, () -> table.putAll(hub.run()));
                }
            }
            say("changes with states", () -> changes(hub));
        }
    }

    private void refreshes(HeapSink sink) {
        try (HubConnection hub = hub();
                JdbcTable table = sink.table(
                        folder, prefix + "refresh", hub.settings().orElseThrow().allColumns())) {
            say("refresh into " + sink, () -> hub.refresh(table).delivered());
            say("sweep of " + sink, () -> hub.sweep(table, table.orderIds()).orElseThrow());
        }
    }

    private HubConnection hub() {
        HubConnection hub = HubConnection.builder(StateStore.inMemory(time), connector)
                .time(time)
                .build();
        hub.connect(key);
        hub.configure(HubSettings.builder()
                .mapping(StatusMapping.proposeByGroup(hub.funnel()))
                .calculation(Calculation.of("", "{order.total}"))
                .addColumns(SinkHeapTest.COLUMNS)
                .build());
        return hub;
    }

    /** Does some of the work. */
    private interface Work {
        long count();
    }

    private void say(String what, Work work) {
        long begin = System.nanoTime();
        Duration waited = time.waited();
        long count = work.count();
        System.out.println(what + ": " + count + " in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)
                + " ms, with the pauses " + time.waited().minus(waited).toSeconds() + " s");
    }

    private static long changes(HubConnection hub) {
        AtomicLong rows = new AtomicLong();
        AtomicLong longest = new AtomicLong();
        var unused = hub.changes()
                .orders(
                        Optional.empty(),
                        new HubTable() {
                            @Override
                            public void put(HubRecord order) {
                                rows.incrementAndGet();
                            }

                            @Override
                            public void remove(long orderId) {
                                rows.decrementAndGet();
                            }
                        },
                        state -> longest.accumulateAndGet(state.length(), Math::max));
        System.out.println("longest state " + longest + " characters");
        return rows.get();
    }

    /** Writes to a file. */
    private interface Writing {
        long to(Writer out) throws IOException;
    }

    private long written(String file, Writing writing) {
        try (Writer out = Files.newBufferedWriter(folder.resolve(file))) {
            return writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sum of the peaks of the pools, which is never less than the peak of all. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
