package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine after its store was put back from a copy. */
class RestoredOnceTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final List<String> books = new ArrayList<>();
    private boolean isTelling = true;
    private final OnceWrites<String, Void, String> usual = writes(Once.over(store, time));
    private final OnceWrites<String, Void, String> restored =
            writes(Once.over(store, time).restored());

    private OnceWrites<String, Void, String> writes(Once once) {
        return once.writes(
                OnceLab.kind().lease(LEASE).settling(SETTLING).build(),
                OnceSteps.of(
                        asked -> {
                            books.add(asked);
                            return asked;
                        },
                        this::look));
    }

    private ReadBack<String> look(String asked) {
        if (!isTelling) {
            return ReadBack.unknown();
        }
        return books.contains(asked) ? ReadBack.applied(asked) : ReadBack.notApplied();
    }

    @Test
    void givenRecordLost_whenItHappened_thenIsSeenAndNotSent() {
        books.add("500");

        OnceResult<String> result = restored.perform("a", "500");

        assertThat(result).isInstanceOf(OnceResult.Done.class);
        assertThat(usual.perform("a", "500")).isInstanceOf(OnceResult.Done.class);
        assertThat(books).containsExactly("500");
    }

    @Test
    void givenRecordLost_whenItIsNotThere_thenIsFreedAfterTheSettlingTimeUnsent() {
        assertThat(restored.perform("a", "500")).isInstanceOf(OnceResult.InProgress.class);
        assertThat(usual.state("a")).isEqualTo(WriteState.UNKNOWN);
        time.advance(SETTLING);

        assertThatThrownBy(() -> restored.perform("a", "500")).isInstanceOf(NotAppliedException.class);

        assertThat(usual.state("a")).isEqualTo(WriteState.NONE);
        assertThat(books).isEmpty();
    }

    @Test
    void givenBeginningInTheCopy_whenItIsNotThere_thenIsFreedUnsent() {
        Attempt<String, Void, String> unused = usual.begin("a", "500");
        time.advance(LEASE.plus(SETTLING));

        assertThatThrownBy(() -> restored.perform("a", "500")).isInstanceOf(NotAppliedException.class);

        assertThat(books).isEmpty();
    }

    @Test
    void givenVendorThatDoesNotTell_whenAsked_thenStaysUnknownForAPerson() {
        isTelling = false;

        OnceResult<String> first = restored.perform("a", "500");
        time.advance(Duration.ofDays(1));
        OnceResult<String> later = restored.perform("a", "500");

        assertThat(first).isInstanceOf(OnceResult.Unknown.class);
        assertThat(later).isInstanceOf(OnceResult.Unknown.class);
        assertThat(usual.pending()).hasSize(1);
        assertThat(books).isEmpty();
    }
}
