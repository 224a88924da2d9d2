package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.sink.JdbcTable;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many orders into each sink in a small heap, and out again as they stand in the vendor's books.
 * {@code -Dmostik.hub.sink.orders=100000} for as many as promised.
 */
@Tag("faults")
class SinkHeapTest {

    static final String[] COLUMNS = {"status", "stage", "manager", "paid"};

    private static final int ORDERS = Integer.getInteger("mostik.hub.sink.orders", 1_000);
    private static final int LONGEST = 90;
    private static final int AT_ONCE = 500;
    private static final long SEED = Long.getLong("mostik.hub.sink.seed", 25);
    private static final String HEAP = "-Xmx64m";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Long> STATUSES = List.of(5100201L, 5100203L, 5100205L);

    @TempDir
    Path folder;

    /**
     * What is added up.
     *
     * @param orders how many there are
     * @param volume the sum of their sales volumes
     * @param paid what was paid
     * @param ids the sum of their ids
     */
    private record Books(long orders, BigDecimal volume, BigDecimal paid, long ids) {

        static final Books EMPTY = new Books(0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Books with(long id, BigDecimal volume, BigDecimal paid) {
            return new Books(orders + 1, this.volume.add(volume), this.paid.add(paid), ids + id);
        }
    }

    @Test
    @Timeout(value = LONGEST, unit = TimeUnit.MINUTES)
    void givenOrdersBeyondHeap_whenWritten_thenEachSinkHoldsTheBooks() throws Exception {
        String prefix = "heap" + Long.toString(System.nanoTime(), 36) + "_";
        try (RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen()) {
            Books books = open(vendor);

            String said = inSmallHeap(vendor, prefix);

            Map<String, Books> sinks = new LinkedHashMap<>();
            sinks.put("CSV", csv(folder.resolve("orders.csv")));
            sinks.put("JSON lines", lines(folder.resolve("orders.json")));
            for (HeapSink sink : HeapSink.ofThisMachine()) {
                sinks.put("run into " + sink, held(sink, prefix + "run"));
            }
            for (HeapSink sink : HeapSink.refreshed()) {
                sinks.put("refresh into " + sink, held(sink, prefix + "refresh"));
                assertThat(said).contains("sweep of " + sink + ": 0 in");
            }
            assertThat(sinks).allSatisfy((sink, held) -> assertThat(held).isEqualTo(books));
            assertThat(said).contains("changes with states: " + ORDERS + " in");
        } finally {
            for (HeapSink sink : HeapSink.ofThisMachine()) {
                sink.drop(prefix + "run");
                sink.drop(prefix + "refresh");
            }
        }
    }

    private static Books open(RemOnlineSimulator vendor) {
        SplittableRandom random = new SplittableRandom(SEED);
        vendor.unlimited();
        Books books = Books.EMPTY;
        for (int i = 0; i < ORDERS; i++) {
            if (i % AT_ONCE == 0) {
                vendor.clock().advance(Duration.ofMinutes(1));
            }
            long status = STATUSES.get(random.nextInt(STATUSES.size()));
            String total = BigDecimal.valueOf(random.nextLong(10_000_000), 2).toPlainString();
            String paid = BigDecimal.valueOf(random.nextLong(10_000_000), 2).toPlainString();
            long id = vendor.seedOrder(
                    seed -> seed.status(status).location(3301).total(total).payed(paid));
            books = books.with(id, vendor.order(id).total(), new BigDecimal(paid));
        }
        return books;
    }

    private String inSmallHeap(RemOnlineSimulator vendor, String prefix) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SinkHeapProgram.class.getName(),
                        vendor.v2Uri().toString(),
                        vendor.apiKey(),
                        vendor.clock().now().toString(),
                        folder.toString(),
                        prefix)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            child.waitFor();
        } finally {
            child.destroyForcibly();
        }
        String said = Files.readString(output);
        System.out.println(ORDERS + " orders of seed " + SEED + "\n" + said);
        assertThat(child.exitValue()).isZero();
        return said;
    }

    private Books held(HeapSink sink, String name) {
        Books books = Books.EMPTY;
        try (JdbcTable table = sink.table(folder, name, HubColumn.with(List.of(COLUMNS)))) {
            for (HubRecord order : table.records()) {
                books = books.with(
                        order.orderId(),
                        order.salesVolume().orElseThrow(),
                        order.paid().orElseThrow());
            }
        }
        return books;
    }

    private static Books csv(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> head = HubColumn.with(List.of(COLUMNS)).stream()
                    .map(HubColumn::name)
                    .toList();
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .reduce(
                            Books.EMPTY,
                            (books, cells) -> books.with(
                                    Long.parseLong(cells[head.indexOf("orderId")]),
                                    new BigDecimal(cells[head.indexOf("salesVolume")]),
                                    new BigDecimal(cells[head.indexOf("paid")])),
                            (one, other) -> one);
        }
    }

    private static Books lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(SinkHeapTest::json)
                    .reduce(
                            Books.EMPTY,
                            (books, order) -> books.with(
                                    order.get("orderId").longValue(),
                                    new BigDecimal(order.get("salesVolume").asText()),
                                    new BigDecimal(order.get("paid").asText())),
                            (one, other) -> one);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
