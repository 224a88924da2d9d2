package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One caller that never pauses against vendors that count differently, in simulated time; way to the vendor up to 5 ms. */
class LearnedPaceTest {

    private static final int ALLOWED = 200;
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime();
    private final Random random = new Random(1);
    private int jitterNanos = 5_000_000;
    private int allowed = ALLOWED;
    private Duration rest = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"5", "20", "200"})
    void givenHalfTheLimit_whenRestIsAskedFor_thenIsUsed(int burst) {
        Run run = run(400, new Bucket(burst), MINUTE);

        assertThat(run.share(ALLOWED)).isGreaterThanOrEqualTo(0.90);
        assertThat(run.refusedShare()).isLessThanOrEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource({"5", "20", "200"})
    void givenHalfTheLimit_whenNoRestIsAskedFor_thenIsUsed(int burst) {
        rest = Duration.ZERO;

        Run run = run(400, new Bucket(burst), MINUTE);

        assertThat(run.share(ALLOWED)).isGreaterThanOrEqualTo(0.95);
        assertThat(run.refusedShare()).isLessThanOrEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource({"220", "250", "300", "400", "600", "800"})
    void givenWindow_whenRestIsAskedFor_thenIsUsed(int documented) {
        Run fixed = run(documented, new FixedWindow(), MINUTE);
        time.advance(MINUTE);
        Run sliding = run(documented, new SlidingWindow(), MINUTE);

        assertThat(List.of(fixed.share(ALLOWED), sliding.share(ALLOWED))).allMatch(share -> share >= 0.85);
        assertThat(List.of(fixed.refusedShare(), sliding.refusedShare())).allMatch(part -> part <= 0.02);
    }

    @ParameterizedTest
    @CsvSource({"210", "250", "300", "500", "600", "1600"})
    void givenAnyLimit_whenRestIsAskedFor_thenFiveMinutesAreUsed(int documented) {
        Run few = run(documented, new Bucket(5), MINUTE.multipliedBy(5));
        time.advance(MINUTE);
        Run many = run(documented, new Bucket(20), MINUTE.multipliedBy(5));

        assertThat(List.of(few.share(ALLOWED), many.share(ALLOWED))).allMatch(share -> share >= 0.91);
    }

    @ParameterizedTest
    @CsvSource({"1", "10", "30"})
    void givenRests_whenSettled_thenTheyCostLittle(int seconds) {
        rest = Duration.ofSeconds(seconds);
        allowed = 20;
        RateGovernor governor = governor(40);
        Bucket vendor = new Bucket(5);

        Run unusedFirst = run(governor, vendor, rest.multipliedBy(60));
        Run later = run(governor, vendor, rest.multipliedBy(200));

        assertThat(later.rests()).isLessThanOrEqualTo(10);
        assertThat(later.share(allowed)).isGreaterThanOrEqualTo(0.91);
    }

    @ParameterizedTest
    @CsvSource({"300", "400"})
    void givenLimitThatRises_whenCallingOn_thenIsFoundInFiveMinutes(int later) {
        RateGovernor governor = governor(400);
        Bucket vendor = new Bucket(20);
        Run unusedBefore = run(governor, vendor, MINUTE.multipliedBy(10));
        allowed = later;
        Run unusedSearch = run(governor, vendor, MINUTE.multipliedBy(5));

        Run found = run(governor, vendor, MINUTE);

        assertThat(found.share(later)).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void givenDocumentedLimit_whenCalling_thenIsUsedWithoutRefusal() {
        jitterNanos = 1;
        List<Run> runs = List.of(
                run(ALLOWED, new Bucket(5), MINUTE),
                run(ALLOWED, new FixedWindow(), MINUTE),
                run(ALLOWED, new SlidingWindow(), MINUTE));

        assertThat(runs).allMatch(run -> run.share(ALLOWED) >= 0.98).allMatch(run -> run.refused() == 0);
    }

    private RateGovernor governor(int documented) {
        return new RateGovernor(RateLimit.perSecond(documented), time);
    }

    private Run run(int documented, Vendor vendor, Duration length) {
        return run(governor(documented), vendor, length);
    }

    private Run run(RateGovernor governor, Vendor vendor, Duration length) {
        long start = time.nanoTime();
        long arrival = start;
        int accepted = 0;
        int refused = 0;
        int rests = 0;
        while (time.nanoTime() - start < length.toNanos()) {
            depart(governor);
            arrival = Math.max(arrival, time.nanoTime() + random.nextInt(jitterNanos));
            if (vendor.takes(arrival)) {
                accepted++;
                governor.accepted();
            } else {
                refused++;
                governor.refused(rest);
                if (!rest.isZero()) {
                    rests++;
                    governor.holdBack(rest);
                }
            }
        }
        return new Run(accepted, refused, rests, time.nanoTime() - start);
    }

    private void depart(RateGovernor governor) {
        time.advance(governor.takeTurn(LONG).orElseThrow());
        Departure departure = new Departure(time);
        for (long wait = RateGovernor.claim(List.of(governor), departure, time.nanoTime());
                wait > 0;
                wait = RateGovernor.claim(List.of(governor), departure, time.nanoTime())) {
            time.advance(Duration.ofNanos(wait));
            departure = departure.again();
        }
        departure.left();
    }

    private record Run(int accepted, int refused, int rests, long nanos) {

        double share(int allowed) {
            return accepted / (allowed * nanos / 1e9);
        }

        double refusedShare() {
            return (double) refused / (accepted + refused);
        }
    }

    /** How a vendor counts. */
    private interface Vendor {
        boolean takes(long now);
    }

    /** Tokens that come evenly, so many at most. */
    private final class Bucket implements Vendor {

        private final double most;
        private double tokens;
        private long counted = time.nanoTime();

        Bucket(int most) {
            this.most = most;
            this.tokens = most;
        }

        @Override
        public boolean takes(long now) {
            tokens = Math.min(most, tokens + (now - counted) * allowed / 1e9);
            counted = now;
            boolean taken = tokens >= 1;
            tokens -= taken ? 1 : 0;
            return taken;
        }
    }

    /** So many in each second of the vendor's clock, which is not ours. */
    private final class FixedWindow implements Vendor {

        private long second;
        private int taken;

        @Override
        public boolean takes(long now) {
            long current = (now + 300_000_000) / 1_000_000_000;
            taken = current == second ? taken : 0;
            second = current;
            return taken++ < allowed;
        }
    }

    /** So many in any second. */
    private final class SlidingWindow implements Vendor {

        private final Deque<Long> taken = new ArrayDeque<>();

        @Override
        public boolean takes(long now) {
            while (!taken.isEmpty() && now - taken.peek() >= 1_000_000_000) {
                taken.remove();
            }
            return taken.size() < allowed && taken.add(now);
        }
    }
}
