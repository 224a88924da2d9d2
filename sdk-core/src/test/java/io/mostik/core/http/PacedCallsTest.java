package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sixteen workers against a vendor that allows 200 calls a second, in simulated time through the whole pipeline. */
class PacedCallsTest {

    private static final int ALLOWED = 200;
    private static final int WORKERS = 16;
    private static final int CALLS = 2_000;
    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);

    private final CrowdTime time = new CrowdTime();

    @Test
    void givenDocumentedLimit_whenManyCall_thenIsUsedWithoutRefusal() throws Exception {
        Vendor vendor = new Vendor(time, 20);

        Run run = call(vendor, RateLimit.perSecond(ALLOWED).withBurst(10), CALLS);

        assertThat(run.share()).isGreaterThanOrEqualTo(0.98);
        assertThat(run.refused()).isZero();
        assertThat(run.slowest()).isLessThanOrEqualTo(Duration.ofMillis(150));
    }

    /** Each second the machine does nothing for a while: whoever should have gone on then goes on late. */
    @ParameterizedTest
    @CsvSource({"30, 1, 120", "60, 1, 150", "100, 1, 250", "60, 10, 150", "100, 10, 190"})
    void givenMachineThatStalls_whenManyCall_thenNoTurnIsLostTwice(int stall, int burst, int slowest) throws Exception {
        time.stall = Duration.ofMillis(stall);

        Run run = call(new Vendor(time, 20), RateLimit.perSecond(ALLOWED).withBurst(burst), CALLS);

        assertThat(run.share()).isGreaterThanOrEqualTo(0.995 - stall / 1_000.0);
        assertThat(run.slowest()).isLessThanOrEqualTo(Duration.ofMillis(slowest));
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 2000", "2, 20, 2000", "2, 200, 2000", "2, 20, 10000", "1.1, 20, 10000", "4, 20, 10000"})
    void givenLimitDocumentedTooHigh_whenManyCall_thenLearnsTrueOne(double times, int burst, int calls)
            throws Exception {
        Vendor vendor = new Vendor(time, burst);

        Run run = call(vendor, RateLimit.perSecond((int) (times * ALLOWED)).withBurst(10), calls);

        assertThat(run.share()).isGreaterThanOrEqualTo(0.90);
        assertThat(run.refused()).isLessThanOrEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource({"2, 20, 2000", "2, 5, 12000", "4, 20, 12000"})
    void givenRestAskedFor_whenDocumentedTooHigh_thenFewRestsAreTaken(double times, int burst, int calls)
            throws Exception {
        Vendor vendor = new Vendor(time, burst);
        vendor.rest = Duration.ofSeconds(1);

        Run run = call(vendor, RateLimit.perSecond((int) (times * ALLOWED)).withBurst(10), calls);

        assertThat(run.share()).isGreaterThanOrEqualTo(0.90);
        assertThat(run.refused()).isLessThanOrEqualTo(0.02);
    }

    private Run call(Vendor vendor, RateLimit documented, int calls) throws InterruptedException {
        ClientConfig config = ClientConfig.builder()
                .baseUri("http://localhost")
                .time(time)
                .transport(vendor)
                .rateLimit(documented)
                .build();
        AtomicInteger left = new AtomicInteger(calls);
        AtomicLong slowest = new AtomicLong();
        try (ApiClient client = ApiClient.builder(config).build()) {
            Duration took = time.run(WORKERS, () -> {
                while (left.getAndDecrement() > 0) {
                    long start = time.nanoTime();
                    client.call(GET).send();
                    slowest.accumulateAndGet(time.nanoTime() - start, Math::max);
                }
            });
            double share = calls / (ALLOWED * took.toNanos() / 1e9);
            double refused = (double) vendor.refused / (calls + vendor.refused);
            return new Run(share, refused, Duration.ofNanos(slowest.get()));
        }
    }

    /** What came of it: the share of the allowed rate, the share of calls refused, and the slowest call. */
    private record Run(double share, double refused, Duration slowest) {}

    /** Refills a bucket of tokens evenly; answers within 5 to 15 ms. */
    private static final class Vendor implements Transport {

        private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

        private final CrowdTime time;
        private final double burst;
        private final Random random = new Random(1);
        private double tokens;
        private long counted;
        private int refused;
        private Duration rest = Duration.ZERO;

        Vendor(CrowdTime time, int burst) {
            this.time = time;
            this.burst = burst;
            this.tokens = burst;
        }

        @Override
        public ApiResponse send(ApiRequest request) {
            travel();
            boolean taken = take();
            travel();
            if (!taken && !rest.isZero()) {
                return Answers.tooMany(rest);
            }
            return ApiResponse.of(taken ? 200 : 429, NOTHING);
        }

        private void travel() {
            try {
                time.sleep(Duration.ofNanos(random.nextInt(2_500_000, 7_500_000)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean take() {
            long now = time.nanoTime();
            tokens = Math.min(burst, tokens + (now - counted) * ALLOWED / 1e9);
            counted = now;
            if (tokens < 1) {
                refused++;
                return false;
            }
            tokens--;
            return true;
        }
    }
}
