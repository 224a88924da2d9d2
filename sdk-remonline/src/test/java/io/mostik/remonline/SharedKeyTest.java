package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.http.SdkRuntime;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Several programs with one key, none of which sees the others, against the vendor's three calls a second, in the vendor's
 * time. {@code -Dmostik.sharedkey.rounds=1000} for the long run, {@code -Dmostik.seed} for another one.
 */
class SharedKeyTest {

    private static final int ROUNDS = Integer.getInteger("mostik.sharedkey.rounds", 6);
    private static final long SEED = Long.getLong("mostik.seed", 20_261_130L);
    private static final int CALLS = 12;

    private final Random random = new Random(SEED);
    private final AtomicInteger failed = new AtomicInteger();
    private int refusals;
    private Duration longest = Duration.ZERO;

    @Test
    void givenThreeProgramsOfOneKey_whenTheyRead_thenNoCallFails() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            read(3);
        }

        System.out.println("3 programs of one key: seed " + SEED + ", " + ROUNDS * 3 * CALLS + " calls, " + refusals
                + " refused at first, " + failed + " failed; longest round " + longest.toSeconds() + " s");
        assertThat(refusals).isPositive();
        assertThat(failed).hasValue(0);
    }

    private void read(int programs) throws Exception {
        try (RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen()) {
            CrowdedTime time = new CrowdedTime(vendor.clock());
            long order = vendor.seedOrder();
            List<Runnable> work = new ArrayList<>();
            for (int i = 0; i < programs; i++) {
                Duration late = Duration.ofMillis(random.nextInt(2_000));
                work.add(() -> program(vendor, time, late, order));
            }

            Duration took = time.run(work);

            refusals += vendor.refusals();
            longest = took.compareTo(longest) > 0 ? took : longest;
            assertThat(vendor.journal().all().size() - vendor.refusals()).isEqualTo(programs * CALLS - failed.get());
        }
    }

    private void program(RemOnlineSimulator vendor, CrowdedTime time, Duration late, long order) {
        try (SdkRuntime runtime = SdkRuntime.create();
                RemOnline remonline = RemOnline.builder()
                        .apiKey(Secret.of(vendor.apiKey()))
                        .baseUri(vendor.v2Uri().toString())
                        .http(http -> http.time(time).runtime(runtime))
                        .build()) {
            time.sleep(late);
            for (int i = 0; i < CALLS; i++) {
                assertThat(remonline.orders().get(order).id()).isEqualTo(order);
            }
        } catch (Exception | AssertionError e) {
            failed.incrementAndGet();
        }
    }
}
