package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrdersApi;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.usage.UsageWarning;
import io.mostik.salesautopilot.workflow.HistoryReport;
import io.mostik.salesautopilot.workflow.Invoice;
import io.mostik.salesautopilot.workflow.InvoiceKind;
import io.mostik.salesautopilot.workflow.InvoicePayment;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import io.mostik.salesautopilot.workflow.OrderBalance;
import io.mostik.salesautopilot.workflow.OrderWorkflow;
import io.mostik.salesautopilot.workflow.PaymentLedger;
import io.mostik.salesautopilot.workflow.PurchaseHistory;
import io.mostik.salesautopilot.workflow.RecordFeedSettings;
import io.mostik.salesautopilot.workflow.SignUps;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes, each with its own client and its own connections to one database. */
class NodesTest extends SimulatorTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int NODES = 3;
    private static final int SHOP = 40;

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
    void givenParallelNodes_whenCounting_thenNoneLostAndOneWarning() {
        int calls = Integer.getInteger("mostik.nodes.calls", 150);
        ConcurrentLinkedQueue<UsageWarning> warnings = new ConcurrentLinkedQueue<>();

        onEachNode(node -> {
            StateStore own = database();
            try (SdkRuntime nodeRuntime = SdkRuntime.create();
                    SalesAutopilot client = SalesAutopilot.builder()
                            .keyPair(vendor.username(), Secret.of(vendor.password()))
                            .baseUri(vendor.uri().toString())
                            .costMeter(CostMeter.builder(own)
                                    .warnAt(warnings::add, calls)
                                    .build())
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
    void givenEndedProcess_whenNextOnePolls_thenFeedGoesOn() {
        List<Long> handed = new ArrayList<>();
        List<Long> added = new ArrayList<>();
        for (int life = 0; life < 5; life++) {
            for (int i = 0; i < 4; i++) {
                added.add(vendor.addRecord(NEWSLETTER.value(), Map.of("email", life + "-" + i + "@example.hu")));
            }
            boolean dies = life == 2;
            try (SdkRuntime process = SdkRuntime.create();
                    SalesAutopilot client = client(process, database())) {
                Throwable end = catchThrowable(() -> MarketingWorkflows.of(client, database(), time)
                        .newRecords(
                                NEWSLETTER,
                                "crm",
                                RecordFeedSettings.builder().chunk(3).build())
                        .poll(record -> take(record, handed, dies)));
                assertThat(end != null).isEqualTo(dies);
            }
            vendor.clock().advance(Duration.ofSeconds(1));
            time.set(vendor.clock().now());
        }

        assertThat(handed).containsExactlyElementsOf(added);
    }

    @Test
    void givenNodesOfOneStore_whenMarking_thenPaysEachOrderOnce() {
        List<RecordId> orders = new ArrayList<>();
        for (int i = 0; i < SHOP; i++) {
            orders.add(RecordId.of(vendor.addRecord(
                    ORDERS.value(),
                    Map.of("email", "k@example.hu", "mssys_shoprenter_id", "W-" + i, "mssys_order_status", "1"))));
        }
        ConcurrentLinkedQueue<OrderBalance> results = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(NODES);

        onEachNode(node -> inProcess(marketing -> {
            PaymentLedger ledger = marketing.payments(ORDERS, PAID, "invoices");
            for (int i = 0; i < SHOP; i++) {
                await(start);
                results.add(ledger.report(paid("W-" + i, "2026/" + i)));
            }
        }));

        assertThat(results).filteredOn(OrderBalance::isMarked).hasSizeGreaterThanOrEqualTo(SHOP);
        for (RecordId order : orders) {
            assertThat(vendor.timesFired(PAID.value(), order.value())).isEqualTo(1);
        }
    }

    @Test
    void givenNodesOfOneStore_whenImporting_thenPlacesEachOrderOnce() {
        List<WebshopOrder> export = IntStream.range(0, SHOP)
                .mapToObj(i -> webshopOrder("W-" + i, email()))
                .toList();
        ConcurrentLinkedQueue<HistoryReport> reports = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(NODES);

        onEachNode(node -> inProcess(marketing -> {
            for (WebshopOrder order : export) {
                await(start);
                reports.add(marketing.purchaseHistory(ORDERS, ORDER).sync(List.of(order)));
            }
        }));

        assertThat(reports.stream().mapToInt(HistoryReport::placed).sum()).isEqualTo(SHOP);
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(SHOP);
    }

    /** Everything that remembers is made by the workflows, which take one store; the client takes none. */
    @Test
    void givenPublicTypes_whenLookedThrough_thenOneDoorTakesAStore() {
        assertThat(MarketingWorkflows.class.getMethods())
                .filteredOn(method -> List.of(method.getParameterTypes()).contains(StateStore.class))
                .allMatch(method -> method.getName().equals("of"));
        for (Class<?> type : List.of(
                SalesAutopilot.Builder.class,
                SubscribersApi.class,
                OrdersApi.class,
                OrderWorkflow.class,
                PaymentLedger.class,
                PurchaseHistory.class,
                SignUps.class)) {
            assertThat(type.getMethods())
                    .noneMatch(method -> List.of(method.getParameterTypes()).contains(StateStore.class));
            assertThat(type.getSimpleName().endsWith("Api") ? type.getDeclaredConstructors() : type.getConstructors())
                    .noneMatch(made -> List.of(made.getParameterTypes()).contains(StateStore.class));
        }
    }

    @Test
    void givenDeadProcess_whenOtherNodeGoesOn_thenPaysOnce() {
        Invoice invoice = paid("W-1", "2026/118");
        inProcess(marketing -> ledger(marketing).report(invoice));
        sales.orders(ORDERS).process(ORDER, webshopOrder("W-1", email()));
        time.advance(Duration.ofMinutes(1));

        ConcurrentLinkedQueue<Integer> settled = new ConcurrentLinkedQueue<>();
        onEachNode(node -> inProcess(marketing -> settled.add(ledger(marketing).runDue())));

        assertThat(settled.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(MarketingWorkflows.of(sales, database(), time).once().pending())
                .isEmpty();
    }

    private static Invoice paid(String order, String number) {
        BigDecimal sum = new BigDecimal(25_400);
        return Invoice.of(number, order, InvoiceKind.INVOICE, sum, "HUF", Instant.parse("2026-03-02T10:00:00Z"))
                .withPayments(List.of(InvoicePayment.of(DAY, sum)));
    }

    private static PaymentLedger ledger(MarketingWorkflows marketing) {
        return marketing.payments(ORDERS, PAID, "invoices");
    }

    /** Lets a process of its own do something: its client, its connections, its limits. */
    private void inProcess(Consumer<MarketingWorkflows> work) {
        try (SdkRuntime runtime = SdkRuntime.create();
                SalesAutopilot client = client(runtime, database())) {
            work.accept(MarketingWorkflows.of(client, database(), time));
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
