package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Leases that are renewed while their holder works. On real time, for renewal has a thread of its own. */
@Timeout(30)
class RenewalTest {

    private static final Duration LEASE = Duration.ofMillis(500);

    private final TimeSource time = TimeSource.system();
    private final StateStore store = StateStore.inMemory(time);

    /** Waits for something that never comes. */
    private static void work(Duration length) {
        try {
            assertThat(new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void givenHandlerOfFourLeases_whenAnotherAsks_thenBusyAndDoneOnce() {
        OnceWrites<String, Void, String> other = writes(() -> "2");

        OnceResult<String> result = writes(() -> {
                    work(LEASE.multipliedBy(4));
                    assertThat(other.perform("a", "500")).isInstanceOf(OnceResult.InProgress.class);
                    return "1";
                })
                .perform("a", "500");

        assertThat(result).isEqualTo(new OnceResult.Done<>(Optional.of("1"), OnceResult.How.SENT));
    }

    @Test
    void givenStoreThatFailsOnce_whenRenewing_thenTheLeaseIsKept() {
        MortalStore failing = MortalStore.over(store).failAt(Point.before(3));

        try (Lease lease =
                Lease.tryAcquireRenewed(failing, time, "night", LEASE).orElseThrow()) {
            work(LEASE.multipliedBy(2));

            assertThat(lease.isHeld()).isTrue();
            assertThat(Lease.tryAcquire(store, time, "night", LEASE)).isEmpty();
        }
    }

    @Test
    void givenStoreThatStaysDown_whenRenewing_thenTheLeaseEnds() {
        MortalStore failing = MortalStore.over(store);
        for (int trip = 3; trip < 20; trip++) {
            failing.failAt(Point.before(trip));
        }
        Lease lease = Lease.tryAcquireRenewed(failing, time, "night", LEASE).orElseThrow();

        work(LEASE.multipliedBy(2));

        assertThat(lease.isHeld()).isFalse();
        assertThat(Lease.tryAcquire(store, time, "night", LEASE)).isPresent();
        lease.close();
    }

    @Test
    void givenLeaseTakenOver_whenOldHolderEnds_thenNewOneKeepsIt() {
        Lease slept =
                Lease.tryAcquire(store, time, "night", Duration.ofMillis(100)).orElseThrow();
        work(Duration.ofMillis(150));
        Lease taken =
                Lease.tryAcquire(store, time, "night", Duration.ofMinutes(1)).orElseThrow();

        assertThat(slept.renew()).isFalse();
        slept.close();

        assertThat(taken.renew()).isTrue();
        assertThat(taken.token()).isGreaterThan(slept.token());
        assertThat(Lease.tryAcquire(store, time, "night", LEASE)).isEmpty();
    }

    private OnceWrites<String, Void, String> writes(Supplier<String> send) {
        return Once.over(store, time)
                .writes(
                        OnceLab.kind()
                                .lease(LEASE)
                                .settling(Duration.ZERO)
                                .renewed()
                                .build(),
                        OnceSteps.of(asked -> send.get(), asked -> ReadBack.notApplied()));
    }
}
