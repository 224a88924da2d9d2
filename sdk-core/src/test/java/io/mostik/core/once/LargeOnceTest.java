package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large contents, and many open writes. */
class LargeOnceTest {

    private static final int OPEN = 200_000;

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);

    private OnceWrites<String, Void, String> writes(StateStore connection) {
        return Once.over(connection, time)
                .writes(OnceLab.kind().build(), OnceSteps.of(asked -> asked, asked -> ReadBack.notApplied()));
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 5_000_000})
    void givenLargeContent_whenKnown_thenItIsWhole(int size) {
        String content = "ő😀\"".repeat(size / 4);
        writes(store).perform("a", content);

        OnceResult<String> known = writes(store).perform("a", content);

        assertThat(known).isEqualTo(new OnceResult.Done<>(Optional.of(content), OnceResult.How.EARLIER));
    }

    @Test
    void givenManyOpenWrites_whenListed_thenNoneIsCut() {
        OnceWrites<String, Void, String> planned = writes(store);
        IntStream.range(0, OPEN).forEach(i -> planned.plan("order-" + i, "1"));
        MortalStore counted = MortalStore.over(store);

        long listed = writes(counted).pending().map(OpenWrite::ref).distinct().count();

        assertThat(listed).isEqualTo(OPEN);
        assertThat(counted.trips()).isEqualTo(2 * OPEN / StateStore.PAGE + 1);
    }
}
