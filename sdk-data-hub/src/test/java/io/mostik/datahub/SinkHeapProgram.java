package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.RateLimit;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.datahub.report.CsvFormat;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.sink.JdbcTable;
import io.mostik.datahub.statuses.StatusMapping;
import io.mostik.remonline.RemOnline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/** Runs in the small heap: all orders into each sink, one after the other. */
final class SinkHeapProgram {

    private static final long MEGABYTE = 1024L * 1024;

    private SinkHeapProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[2]);
        RemOnlineConnector connector = RemOnlineConnector.of(key -> RemOnline.builder()
                .apiKey(key)
                .baseUri(arguments[0])
                .http(http -> http.rateLimit(RateLimit.none()))
                .build());
        HubSettings settings;
        try (HubConnection hub =
                HubConnection.builder(StateStore.inMemory(), connector).build()) {
            hub.connect(Secret.of(arguments[1]));
            settings = HubSettings.builder()
                    .mapping(StatusMapping.proposeByGroup(hub.funnel()))
                    .calculation(Calculation.of("", "{order.total}"))
                    .addColumns("status", "stage", "manager", "paid")
                    .build();
            hub.configure(settings);
            say(
                    "CSV",
                    hub,
                    each -> written(folder.resolve("o.csv"), out -> each.run().writeCsv(out, CsvFormat.COMMA)));
            say(
                    "JSON lines",
                    hub,
                    each -> written(folder.resolve("o.json"), out -> each.run().writeJsonLines(out)));
            for (String name : List.of("run.mv", "run.sqlite")) {
                try (JdbcTable table = JdbcTable.file(folder.resolve(name), "orders", settings.allColumns())) {
                    say("full run into " + name, hub, each -> table.putAll(each.run()));
                }
            }
            say("changes with states", hub, SinkHeapProgram::changes);
        }
        for (String name : List.of("refresh.mv", "refresh.sqlite")) {
            try (HubConnection hub = HubConnection.builder(StateStore.inMemory(), connector)
                            .build();
                    JdbcTable table = JdbcTable.file(folder.resolve(name), "orders", settings.allColumns())) {
                hub.connect(Secret.of(arguments[1]));
                hub.configure(settings);
                say("refresh into " + name, hub, each -> each.refresh(table).delivered());
                say(
                        "sweep of " + name,
                        hub,
                        each -> each.sweep(table, table.orderIds()).orElseThrow());
            }
        }
        System.out.println(
                "peak " + peak() / MEGABYTE + " MB of " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB");
    }

    private static void say(String what, HubConnection hub, ToLongFunction<HubConnection> work) {
        long begin = System.nanoTime();
        long count = work.applyAsLong(hub);
        System.out.println(
                what + ": " + count + " in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms");
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

    private static long written(Path file, Writing writing) {
        try (Writer out = Files.newBufferedWriter(file)) {
            return writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
