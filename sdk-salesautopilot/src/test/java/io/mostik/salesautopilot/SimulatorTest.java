package io.mostik.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.orders.WebshopLine;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.SimulatorExtension;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.provider.Arguments;

/** A client before the vendor's simulator, which keeps what it is told. */
public class SimulatorTest {

    protected static final ListId NEWSLETTER = ListId.of(SalesAutopilotSimulator.NEWSLETTER);
    protected static final ListId ORDERS = ListId.of(SalesAutopilotSimulator.ORDERS);
    protected static final FormId SIGN_UP = FormId.of(SalesAutopilotSimulator.SIGN_UP_FORM);
    protected static final FormId UPDATE = FormId.of(SalesAutopilotSimulator.UPDATE_FORM);
    protected static final FormId ORDER = FormId.of(SalesAutopilotSimulator.ORDER_FORM);
    protected static final FormId PAID = FormId.of(SalesAutopilotSimulator.PAID_FORM);

    private static final int MOST_REQUESTS = 5;

    @RegisterExtension
    public final SimulatorExtension<SalesAutopilotSimulator> simulator =
            SimulatorExtension.of(SalesAutopilotSimulator::startFrozen);

    protected final ManualTime time = new ManualTime();
    protected final StateStore store = StateStore.inMemory(time);
    protected final SdkRuntime runtime = SdkRuntime.create();
    protected SalesAutopilotSimulator vendor;
    protected SalesAutopilot sales;

    @BeforeEach
    void connect() {
        vendor = simulator.simulator();
        sales = client(runtime);
    }

    @AfterEach
    void close() {
        assertThat(year(month -> sales.usage().of(month).sent())).isEqualTo(year(vendor::calls));
        sales.close();
        runtime.close();
    }

    /** Returns the calls of all months that a test may last; the vendor's clock may stand while that of the store goes on. */
    private static long year(ToLongFunction<YearMonth> calls) {
        return IntStream.range(0, 20)
                .mapToObj(YearMonth.of(2026, 1)::plusMonths)
                .mapToLong(calls)
                .sum();
    }

    /** Returns faults after which nobody can know whether the request was executed. */
    protected static Stream<Named<Consumer<FaultInjector>>> cuts() {
        return Stream.of(
                Named.of("not read", FaultInjector::dropBeforeActing),
                Named.of("reset before", FaultInjector::resetBeforeActing),
                Named.of("no HTTP", FaultInjector::notHttp),
                Named.of("a page of a proxy", FaultInjector::garbage),
                Named.of("dropped", FaultInjector::actThenDrop),
                Named.of("reset", FaultInjector::actThenReset),
                Named.of("cut", FaultInjector::cutBody),
                Named.of("refused before", faults -> faults.answer(500)));
    }

    /** Returns each of these faults at each of the first requests. */
    protected static Stream<Arguments> cutsAtEachRequest() {
        return cuts().flatMap(cut -> IntStream.range(0, MOST_REQUESTS).mapToObj(before -> Arguments.of(cut, before)));
    }

    /** Spoils the request that comes after so many others, and all its repeats. */
    protected void spoil(Consumer<FaultInjector> cut, int before) {
        if (before > 0) {
            vendor.faults().delay(Duration.ZERO).times(before);
        }
        for (int repeat = 0; repeat < MOST_REQUESTS; repeat++) {
            cut.accept(vendor.faults());
        }
    }

    /** Ends the faults, and lets pass what an earlier try may need to come to its end. */
    protected void calmDown() {
        vendor.faults().off();
        time.advance(Duration.ofMinutes(2));
    }

    /** Returns another client, as on another node. */
    protected SalesAutopilot client(SdkRuntime on) {
        return client(on, store);
    }

    /** Returns another client with another store. */
    protected SalesAutopilot client(SdkRuntime on, StateStore with) {
        return SalesAutopilot.builder()
                .keyPair(vendor.username(), Secret.of(vendor.password()))
                .baseUri(vendor.uri().toString())
                .costMeter(CostMeter.over(with))
                .http(http -> http.time(time).runtime(on))
                .build();
    }

    /** Returns the workflows over the store of the test. */
    protected MarketingWorkflows marketing() {
        return marketing(sales);
    }

    /** Returns the workflows of a client over the store of the test, as on another node. */
    protected MarketingWorkflows marketing(SalesAutopilot client) {
        return MarketingWorkflows.of(client, store, time);
    }

    /** Returns an order of one line by somebody. */
    public static WebshopOrder shopOrder(String number) {
        return webshopOrder(
                number, RecordFields.builder().email("kata@example.hu").build());
    }

    /** Returns an order of one line. */
    protected static WebshopOrder webshopOrder(String number, RecordFields buyer) {
        WebshopLine line = WebshopLine.builder()
                .product("MAT")
                .name("Szőnyeg")
                .quantity(1)
                .vatPercent(new BigDecimal("27"))
                .unitPrice(new BigDecimal("100"))
                .build();
        return WebshopOrder.builder()
                .orderId(number)
                .fields(buyer)
                .currency("HUF")
                .lines(List.of(line))
                .build();
    }
}
