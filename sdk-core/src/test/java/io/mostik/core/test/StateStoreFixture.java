package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** The store of a contract test, and what the tests of a store need. */
public abstract class StateStoreFixture {

    static final Optional<Duration> FOR_EVER = Optional.empty();
    private static final int MOST_CHANGES = 100;

    StateStore store;

    /** Returns a further node: a store over the storage of this test, which is empty when the test begins. */
    protected abstract StateStore node();

    /** Returns the clock of the nodes if the test can set it; empty if they take the time from elsewhere. */
    protected Optional<ManualTime> clock() {
        return Optional.empty();
    }

    /** Returns how many values are stored, those included that have expired or were removed; empty if nobody can tell. */
    protected OptionalLong kept() {
        return OptionalLong.empty();
    }

    @BeforeEach
    final void openStore() {
        store = node();
    }

    final long write(String key, String value) {
        return store.write(key, value, StateStore.ABSENT, FOR_EVER).orElseThrow();
    }

    /** Writes keys with themselves as values, in as few commits as may be. */
    final void putAll(Stream<String> keys) {
        List<Change> changes = keys.<Change>map(key -> new Write(key, key, StateStore.ABSENT, FOR_EVER))
                .toList();
        for (int from = 0; from < changes.size(); from += MOST_CHANGES) {
            assertThat(store.commit(changes.subList(from, Math.min(changes.size(), from + MOST_CHANGES))))
                    .isPresent();
        }
    }

    final String value(String key) {
        return store.find(key).orElseThrow().value();
    }

    final void pass(Duration duration) {
        Optional<ManualTime> manual = clock();
        manual.ifPresent(time -> time.advance(duration));
        Instant end = store.now().plus(manual.isPresent() ? Duration.ZERO : duration);
        while (store.now().isBefore(end)) {
            Thread.onSpinWait();
        }
    }
}
