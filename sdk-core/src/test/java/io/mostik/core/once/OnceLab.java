package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.ProcessDeath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One vendor, one store, one write under one id, and any number of nodes that ask for it. Checks after every step that
 * what was promised holds. Not thread-safe: nodes run inside one another, never beside one another.
 */
final class OnceLab {

    static final String ID = "order-1";
    static final String KIND = "test/write";
    static final Duration LEASE = Duration.ofMinutes(2);
    static final Duration SETTLING = Duration.ofMinutes(1);
    static final Duration BEYOND = LEASE.plus(SETTLING).plusSeconds(1);

    private static final String ASKED = "500";
    private static final int MOST_ROUNDS = 8;

    final ManualTime time = new ManualTime();
    private final StateStore store;
    private final List<String> told = new ArrayList<>();
    final CountingVendor vendor = new CountingVendor(told::add);
    private final OnceReport.Row report;
    private boolean isResolved;
    private boolean isCounted;

    OnceLab(EngineStore stores) {
        this.store = stores.empty(time);
        this.report = OnceReport.current(stores);
        report.writes(1);
    }

    /** Lets time pass. */
    void sleep(Duration pause) {
        time.advance(pause);
        told.add(pause.toString());
    }

    StateStore store() {
        return MortalStore.over(store).clock(time);
    }

    /** Returns a new connection of a node to the store. */
    MortalStore connection() {
        return MortalStore.over(store).clock(time);
    }

    /** Returns the writes as a node with this connection and clock has them. */
    OnceWrites<String, Void, String> writes(StateStore connection, TimeSource clock) {
        return Once.over(connection, clock).writes(kind().build(), new CountedSteps(vendor, CountedSteps.side(store)));
    }

    OnceWrites<String, Void, String> writes() {
        return writes(connection(), time);
    }

    static Kind.Builder<String, Void, String> kind() {
        return Kind.builder(KIND, String.class, Void.class, String.class)
                .ids(IdPolicy.PLAIN)
                .content(ContentPolicy.STORED)
                .lease(LEASE)
                .settling(SETTLING);
    }

    /** A node that was just started asks. */
    Optional<OnceResult<String>> ask() {
        return ask(connection());
    }

    /** A node asks; empty if it was told an exception, or died. */
    Optional<OnceResult<String>> ask(StateStore connection) {
        return ask(connection, time);
    }

    Optional<OnceResult<String>> ask(StateStore connection, TimeSource clock) {
        Optional<OnceResult<String>> result = Optional.empty();
        boolean isDenied = false;
        try {
            result = Optional.of(writes(connection, clock).perform(ID, ASKED));
            told.add(result.get().toString());
            isDenied = result.get() instanceof OnceResult.Refused;
        } catch (ProcessDeath e) {
            told.add("died");
        } catch (SdkException e) {
            told.add(e.outcome().name());
            isDenied = e.outcome() == Outcome.REJECTED || e.outcome() == Outcome.NOT_SENT;
        } catch (StateStoreException | IllegalArgumentException e) {
            told.add(e.getClass().getSimpleName());
        }
        report.answer();
        try {
            assertThat(isDenied && vendor.acted() > 0)
                    .as("told that nothing happened, %s", told)
                    .isFalse();
            check(result);
        } catch (AssertionError e) {
            report.wrong();
            throw e;
        }
        return result;
    }

    /** Asks until it is done, as embedders do; a person resolves what nobody can tell. */
    void heal() {
        boolean isDone = false;
        for (int i = 0; i < MOST_ROUNDS && !isDone; i++) {
            sleep(BEYOND);
            Optional<OnceResult<String>> result = ask();
            isDone = result.filter(OnceResult.Done.class::isInstance).isPresent();
            if (result.filter(OnceResult.Unknown.class::isInstance).isPresent()) {
                boolean resolved = writes().resolve(ID, vendor.acted() > 0 ? Optional.of(ASKED) : Optional.empty());
                told.add("resolved " + resolved);
                isResolved |= resolved;
            }
        }
        boolean isStuck =
                !isDone || Once.over(store(), time).pending().findAny().isPresent();
        report.stuck(isStuck ? 1 : 0);
        assertThat(isStuck).as("stuck, %s", told).isFalse();
    }

    /** Heals, and the vendor has acted exactly once. */
    void healToOne() {
        heal();
        assertThat(vendor.acted()).as("acted, %s", told).isEqualTo(1);
    }

    List<String> told() {
        return told;
    }

    WriteState state() {
        return writes().state(ID);
    }

    private void check(Optional<OnceResult<String>> result) {
        Snapshot now = new Journal(store).read(new OnceKey(KIND, ID), List.of(CountedSteps.side(store)));
        checkActed(
                now.record(), result.filter(OnceResult.Done.class::isInstance).isPresent());
        assertThat(store.find(now.key().open()).isPresent())
                .as("indexed, %s", told)
                .isEqualTo(now.state().isOpen());
        SideState side = now.sides().get(CountedSteps.side(store)).orElse(new SideState(WriteState.NONE, false));
        assertThat(side)
                .as("side record, %s", told)
                .isEqualTo(new SideState(now.state(), now.record().duplicated()));
    }

    /** A double is flagged until a person has resolved it. */
    private void checkActed(WriteRecord record, boolean isDone) {
        if (isDone) {
            assertThat(vendor.acted()).as("done, %s", told).isPositive();
        }
        if (vendor.acted() > 1 && !isResolved) {
            countDouble(record.duplicated());
            assertThat(record.duplicated()).as("a double is flagged, %s", told).isTrue();
        }
    }

    private void countDouble(boolean isFlagged) {
        if (!isCounted && isFlagged) {
            report.flagged();
        } else if (!isCounted) {
            report.silent(1);
        }
        isCounted = true;
    }
}
