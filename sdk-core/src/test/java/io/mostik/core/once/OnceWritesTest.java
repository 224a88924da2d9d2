package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult.Done;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.test.ManualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceWritesTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final AtomicInteger acted = new AtomicInteger();

    record Order(BigDecimal sum) {}

    private static Order order(String sum) {
        return new Order(new BigDecimal(sum));
    }

    private OnceWrites<Order, Void, String> writes(OnceSteps<Order, Void, String> steps) {
        return Once.over(store, time)
                .writes(
                        Kind.builder("test/write", Order.class, Void.class, String.class)
                                .ids(IdPolicy.PLAIN)
                                .content(ContentPolicy.STORED)
                                .lease(LEASE)
                                .build(),
                        steps);
    }

    private OnceSteps<Order, Void, String> acting() {
        return OnceSteps.of(asked -> "r" + acted.incrementAndGet(), asked -> ReadBack.unknown());
    }

    @Test
    void givenNewId_whenPerforming_thenSendsOnce() {
        OnceWrites<Order, Void, String> writes = writes(acting());

        OnceResult<String> first = writes.perform("a", order("500"));
        OnceResult<String> second = writes.perform(" a ", order("500.00"));

        assertThat(first).isEqualTo(new Done<>(Optional.of("r1"), How.SENT));
        assertThat(second).isEqualTo(new Done<>(Optional.of("r1"), How.EARLIER));
        assertThat(acted).hasValue(1);
        assertThat(writes.pending()).isEmpty();
    }

    @Test
    void givenKnownId_whenContentDiffers_thenRefuses() {
        OnceWrites<Order, Void, String> writes = writes(acting());
        writes.perform("a", order("500"));

        assertThatThrownBy(() -> writes.perform("a", order("501"))).isInstanceOf(KeyReuseException.class);
    }

    @Test
    void givenPlannedWrite_whenItIsRun_thenItIsSent() {
        OnceWrites<Order, Void, String> writes = writes(acting());
        assertThat(writes.plan("a", order("500"))).isTrue();
        assertThat(writes.plan("a", order("500"))).isFalse();
        assertThat(writes.pending())
                .singleElement()
                .extracting(OpenWrite::state)
                .isEqualTo(WriteState.PLANNED);

        assertThat(writes.runDue(3)).isEqualTo(1);

        assertThat(writes.state("a")).isEqualTo(WriteState.DONE);
    }
}
