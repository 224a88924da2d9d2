package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.integrations.PaidInvoice;
import io.mostik.salesautopilot.integrations.PaymentReports;
import io.mostik.salesautopilot.integrations.Settlement;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.orders.Payment;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.subscribers.FeedSettings;
import io.mostik.salesautopilot.usage.UsageWarning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes, each with its own client and its own connections to one database. */
class NodesTest extends SimulatorTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int NODES = 2;

    @TempDir
    Path folder;

    private final List<JdbcConnectionPool> pools = new ArrayList<>();

    @BeforeEach
    void shareDatabase() {
        sales.close();
        sales = client(runtime, database());
        vendor.parallelRefused(false);
    }

    @Override
    @AfterEach
    void close() {
        super.close();
        pools.forEach(JdbcConnectionPool::dispose);
    }

    @Test
    void givenNodesThatCallAtOnce_whenCounting_thenNoCallIsLostAndTheWarningComesOnce() {
        int calls = Integer.getInteger("mostik.nodes.calls", 150);
        ConcurrentLinkedQueue<UsageWarning> warnings = new ConcurrentLinkedQueue<>();

        onEachNode(node -> {
            StateStore own = database();
            try (SdkRuntime nodeRuntime = SdkRuntime.create();
                    SalesAutopilot client = SalesAutopilot.builder()
                            .keyPair(vendor.username(), Secret.of(vendor.password()))
                            .baseUri(vendor.uri().toString())
                            .stateStore(own)
                            .usage(usage -> usage.warnAt(warnings::add, calls))
                            .http(http -> http.time(time).runtime(nodeRuntime))
                            .build()) {
                for (int i = 0; i < calls; i++) {
                    client.subscribers(NEWSLETTER).count();
                }
            }
        });

        assertThat(sales.usage().of(MARCH).sent())
                .isEqualTo(vendor.calls(MARCH))
                .isEqualTo((long) NODES * calls);
        assertThat(sales.usage().of(MARCH).succeeded()).isEqualTo((long) NODES * calls);
        assertThat(warnings).containsExactly(new UsageWarning(MARCH, calls));
    }

    @Test
    void givenProcessThatEnds_whenTheNextOnePolls_thenTheFeedGoesOnWhereItWas() {
        List<Long> handed = new ArrayList<>();
        List<Long> added = new ArrayList<>();
        for (int life = 0; life < 5; life++) {
            for (int i = 0; i < 4; i++) {
                added.add(vendor.addRecord(NEWSLETTER.value(), Map.of("email", life + "-" + i + "@example.hu")));
            }
            boolean dies = life == 2;
            try (SdkRuntime process = SdkRuntime.create();
                    SalesAutopilot client = client(process, database())) {
                Throwable end = catchThrowable(() -> client.subscribers(NEWSLETTER)
                        .feed("crm", FeedSettings.builder().chunk(3).build())
                        .poll(record -> take(record, handed, dies)));
                assertThat(end != null).isEqualTo(dies);
            }
            vendor.clock().advance(Duration.ofSeconds(1));
            time.set(vendor.clock().now());
        }

        assertThat(handed).containsExactlyElementsOf(added);
    }

    @Test
    void givenNodesThatReportAtOnce_whenMarkingPaid_thenEachOrderIsPaidOnce() {
        List<RecordId> orders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            orders.add(RecordId.of(vendor.addRecord(
                    ORDERS.value(), Map.of("email", "k@example.hu", "mssys_shoprenter_id", "W-" + i))));
        }
        ConcurrentLinkedQueue<Payment> results = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(NODES);

        onEachNode(node -> {
            try (SdkRuntime nodeRuntime = SdkRuntime.create();
                    SalesAutopilot client = client(nodeRuntime, database())) {
                for (RecordId order : orders) {
                    await(start);
                    mark(client, order, results);
                }
            }
        });

        assertThat(results.stream().filter(Payment.MARKED::equals)).hasSize(10);
        for (RecordId order : orders) {
            assertThat(vendor.timesFired(PAID.value(), order.value())).isEqualTo(1);
        }
    }

    @Test
    void givenReportWhoseProcessDied_whenAnotherNodeGoesOn_thenTheOrderIsPaidOnce() {
        PaidInvoice invoice = PaidInvoice.of("W-1", "2026/118", DAY);
        try (SdkRuntime process = SdkRuntime.create();
                SalesAutopilot client = client(process, database())) {
            reports(client).report(invoice);
        }
        sales.orders(ORDERS).process(ORDER, webshopOrder("W-1", email()));

        ConcurrentLinkedQueue<Settlement> settled = new ConcurrentLinkedQueue<>();
        onEachNode(node -> {
            try (SdkRuntime nodeRuntime = SdkRuntime.create();
                    SalesAutopilot client = client(nodeRuntime, database())) {
                settled.addAll(reports(client).settleOpen());
            }
        });
        time.advance(Duration.ofMinutes(2));
        settled.addAll(reports(sales).settleOpen());

        assertThat(settled.stream()
                        .filter(each ->
                                each.payment().filter(Payment.MARKED::equals).isPresent()))
                .hasSize(1);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(reports(sales).open()).isEmpty();
    }

    private PaymentReports reports(SalesAutopilot client) {
        return new PaymentReports(client.orders(ORDERS), PAID, database(), "invoices");
    }

    private static void mark(SalesAutopilot client, RecordId order, ConcurrentLinkedQueue<Payment> results) {
        try {
            results.add(client.orders(ORDERS).markPaid(PAID, OrderRef.record(order), DAY));
        } catch (SdkException e) {
            assertThat(e).hasMessageContaining("under way");
        }
    }

    /** Takes a record; a process that dies does so at the second of a chunk, after the first was handed over. */
    private static void take(ContactRecord record, List<Long> handed, boolean dies) {
        if (dies && handed.size() % 4 == 1) {
            throw new IllegalStateException("dies");
        }
        handed.add(record.id().value());
    }

    private void onEachNode(Consumer<Integer> work) {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> nodes = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            int number = node;
            nodes.add(new Thread(() -> {
                Throwable failure = catchThrowable(() -> work.accept(number));
                if (failure != null) {
                    failures.add(failure);
                }
            }));
        }
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            try {
                node.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the one database with connections of its own. */
    private synchronized StateStore database() {
        String url = "jdbc:h2:file:" + folder.resolve("store") + ";DB_CLOSE_DELAY=0";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "", "");
        pools.add(pool);
        return JdbcStateStore.create(pool, time);
    }

    private static RecordFields email() {
        return RecordFields.builder().email("kata@example.hu").build();
    }
}
