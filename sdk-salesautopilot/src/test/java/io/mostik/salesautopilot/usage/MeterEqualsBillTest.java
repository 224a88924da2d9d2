package io.mostik.salesautopilot.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.http.ApiRequest;
import io.mostik.core.http.ApiResponse;
import io.mostik.core.http.Transport;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.testing.salesautopilot.SalesAutopilotBill;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The meter against the vendor's own count, to the forint. {@code -Dmostik.meter.calls=100000} for the long run. */
class MeterEqualsBillTest {

    private static final ListId LIST = ListId.of(SalesAutopilotSimulator.NEWSLETTER);
    private static final FormId FORM = FormId.of(SalesAutopilotSimulator.SIGN_UP_FORM);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final int NODES = 2;
    private static final int CALLS_A_LIFE = 500;

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);

    @Test
    void givenFaultsAndNodes_whenManyCallsLeave_thenMeterEqualsBill() throws InterruptedException {
        long calls = Long.getLong("mostik.meter.calls", 10_000);
        FaultyVendor vendor = new FaultyVendor();
        CountDownLatch done = new CountDownLatch(NODES);
        for (int node = 0; node < NODES; node++) {
            Random random = new Random(4711 + node);
            new Thread(() -> {
                        while (vendor.arrived.get() < calls) {
                            live(vendor, random);
                        }
                        done.countDown();
                    })
                    .start();
        }
        assertThat(done.await(10, TimeUnit.MINUTES)).isTrue();

        Usage usage = meter().of(MARCH);
        SalesAutopilotBill bill = new SalesAutopilotBill(MARCH, vendor.arrived.get());
        assertThat(usage.sent()).isEqualTo(vendor.arrived.get()).isGreaterThanOrEqualTo(calls);
        assertThat(usage.net()).isEqualByComparingTo(bill.net());
        assertThat(usage.gross()).isEqualByComparingTo(bill.gross());
        assertThat(usage.succeeded()).isEqualTo(vendor.succeeded.get());
        assertThat(usage.byOperation().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(usage.sent());
        assertThat(usage.repeated()).isPositive();
    }

    @Test
    void givenFaultsOnWire_whenCallingSimulator_thenMeterEqualsBill() {
        int calls = Integer.getInteger("mostik.meter.wire", 1_000);
        Random random = new Random(99);
        try (SalesAutopilotSimulator vendor = SalesAutopilotSimulator.startFrozen()) {
            vendor.refuseVerb("GET", "/listtotalcount/{nl}");
            for (int done = 0; done < calls; done += CALLS_A_LIFE) {
                vendor.journal().clear();
                try (SalesAutopilot sales = client(vendor)) {
                    for (int i = 0; i < CALLS_A_LIFE; i++) {
                        spoil(vendor, random);
                        call(sales, random, done + i);
                    }
                }
            }

            Usage usage = meter().of(MARCH);
            assertThat(usage.sent()).isEqualTo(vendor.calls(MARCH)).isGreaterThan(calls);
            assertThat(usage.net()).isEqualByComparingTo(vendor.bill(MARCH).net());
            assertThat(usage.gross()).isEqualByComparingTo(vendor.bill(MARCH).gross());
            assertThat(meter(PriceRule.Rounding.PRO_RATA).of(MARCH).net())
                    .isEqualByComparingTo(vendor.bill(MARCH).netProRata());
        }
    }

    private static void spoil(SalesAutopilotSimulator vendor, Random random) {
        switch (random.nextInt(20)) {
            case 0 -> vendor.faults().dropBeforeActing();
            case 1 -> vendor.faults().actThenDrop();
            case 2 -> vendor.faults().answer(500);
            case 3 -> vendor.faults().answer(429);
            case 4 -> vendor.faults().cutBody();
            case 5 -> vendor.faults().resetBeforeActing();
            default -> vendor.faults().off();
        }
    }

    private void live(FaultyVendor vendor, Random random) {
        try (SalesAutopilot sales = SalesAutopilot.builder()
                .keyPair("key", Secret.of("password"))
                .costMeter(meter())
                .http(http -> http.time(time).transport(vendor))
                .build()) {
            for (int i = 0; i < CALLS_A_LIFE; i++) {
                call(sales, random, i);
            }
        }
    }

    private static void call(SalesAutopilot sales, Random random, int number) {
        try {
            if (random.nextBoolean()) {
                sales.subscribers(LIST).count();
            } else {
                sales.subscribers(LIST)
                        .subscribe(
                                FORM,
                                RecordFields.builder()
                                        .email("p" + number + "@example.hu")
                                        .build());
            }
        } catch (SdkException e) {
            assertThat(e.operation()).startsWith("subscribers.");
        }
    }

    private SalesAutopilot client(SalesAutopilotSimulator vendor) {
        return SalesAutopilot.builder()
                .keyPair(vendor.username(), Secret.of(vendor.password()))
                .baseUri(vendor.uri().toString())
                .costMeter(meter())
                .http(http -> http.time(time))
                .build();
    }

    private CostMeter meter() {
        return meter(PriceRule.Rounding.STARTED_BLOCK);
    }

    private CostMeter meter(PriceRule.Rounding rounding) {
        return CostMeter.builder(store)
                .account("bill")
                .price(PriceRule.standard().withRounding(rounding))
                .build();
    }

    /** A vendor that counts what arrives and misbehaves in every way. */
    private static final class FaultyVendor implements Transport {

        final AtomicLong arrived = new AtomicLong();
        final AtomicLong succeeded = new AtomicLong();
        private final Random random = new Random(1);

        @Override
        public ApiResponse send(ApiRequest request) {
            int turn = random.nextInt(100);
            if (turn < 5) {
                throw failure(request, Outcome.NOT_SENT);
            }
            arrived.incrementAndGet();
            if (turn < 10) {
                throw failure(request, Outcome.UNKNOWN);
            }
            int status = turn < 15 ? 500 : turn < 20 ? 429 : turn < 25 ? 405 : turn < 28 ? 406 : 200;
            if (status == 200) {
                succeeded.incrementAndGet();
            }
            return ApiResponse.of(status, "1".getBytes(StandardCharsets.UTF_8));
        }

        private static TransportException failure(ApiRequest request, Outcome outcome) {
            return new TransportException(
                    "broken", FailureInfo.temporary(request.operation(), outcome, Phase.CONNECT), null);
        }
    }
}
