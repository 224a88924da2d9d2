package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.EngineStore;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.MortalStore.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every workflow on {@code core.once} has to pass: its process dies between any two effects, the vendor spoils the
 * call, a second node runs whole while the first one sleeps, the store fails, the request arrives late. After every step
 * the vendor has acted at most once and nobody is told otherwise than is true; in the end it has acted exactly once and
 * nothing is open.
 *
 * <p>In memory every case runs, half of them with nodes whose clocks are wrong by hours, where only the store's is right.
 * On each database, skipped where no server is named, and always with wrong clocks: a death after each effect, a sleep of a
 * day before each commit, and a late request. Points between which neither store nor vendor had anything to do are one.
 *
 * <pre>{@code
 * class GrantContractTest extends OnceWorkflowContract {
 *     @Override
 *     protected Subject open(StateStore store, ManualTime time) { … a simulator, and the workflow's one write under one id … }
 * }
 * }</pre>
 */
@ParameterizedClass(name = "{0}")
@EnumSource(EngineStore.class)
public abstract class OnceWorkflowContract {

    /** What becomes of the vendor's next write. */
    public enum Fault {
        /** It succeeds. */
        NONE,
        /** The vendor acts, and its answer is lost: {@code faults().actThenDrop()}. */
        LOST_AFTER,
        /** The vendor does not act, and nobody can tell: {@code faults().dropBeforeActing()}. */
        LOST_BEFORE,
        /** The vendor refuses for now: {@code faults().answer(…)} with a status that proves it. */
        REFUSED,
        /** The caller gives up; the request arrives with {@link Subject#deliverLate}: {@code faults().actLater(…)}. */
        LATE
    }

    /** One vendor, and a workflow with one write under one id, of which any number of nodes ask. */
    public interface Subject extends AutoCloseable {

        /**
         * Lets a node ask for the write, always with the same id and content. Failures of the call are thrown.
         *
         * @param store the node's own connection to the store; make the workflow anew over it
         * @return what the node is told, or what is the same in the workflow's own words
         */
        OnceResult<?> act(StateStore store);

        /** Spoils the vendor's next write. */
        void spoil(Fault fault);

        /** Lets the requests that are late arrive now. */
        void deliverLate();

        /** Returns how many requests the vendor has had. */
        int requests();

        /** Returns how often the vendor acted, by its own books. */
        int acted();

        /** Returns a time after which what was abandoned is taken over and what was lost has settled. */
        Duration patience();

        /** Lets a person say what happened, where the vendor cannot be asked; by default there is no such case. */
        default void resolve(StateStore store, boolean happened) {
            fail("nobody can tell what happened");
        }

        @Override
        void close();
    }

    private static final int MOST_ROUNDS = 6;
    private static final List<Fault> FAULTS = List.of(Fault.NONE, Fault.LOST_AFTER, Fault.LOST_BEFORE, Fault.REFUSED);

    /** The store on which the cases run. */
    @Parameter
    EngineStore stores = EngineStore.MEMORY;

    private final ManualTime time = new ManualTime();

    /** Returns a vendor and a workflow of its own for one case. */
    protected abstract Subject open(StateStore store, ManualTime time);

    @TestFactory
    Stream<DynamicTest> givenFault_whenTheProcessDies_thenHealsToOnce() {
        return first().effects()
                .flatMap(point -> (stores.isDatabase() ? Stream.of(Fault.NONE) : FAULTS.stream())
                        .map(fault -> dynamicTest("dies " + point + ", " + fault, () -> new Case(fault).dies(point))));
    }

    @TestFactory
    Stream<DynamicTest> givenSleepingNode_whenAnotherActs_thenOnce() {
        return stores.isDatabase()
                ? first().beforeCommits().map(point -> sleeping(point, Duration.ofDays(1)))
                : first().moments()
                        .flatMap(point ->
                                Stream.of(Duration.ZERO, Duration.ofDays(1)).map(sleep -> sleeping(point, sleep)));
    }

    private DynamicTest sleeping(Point point, Duration sleep) {
        return dynamicTest(
                "sleeps " + sleep + " " + point,
                () -> new Case(Fault.NONE, stores.isDatabase() || !sleep.isZero()).sleeps(point, sleep));
    }

    @TestFactory
    Stream<DynamicTest> givenStoreDown_whenActing_thenHealsToOnce() {
        Stream<Point> points = stores.isDatabase() ? Stream.empty() : first().failures();
        return points.map(point -> dynamicTest("store fails " + point, () -> new Case(Fault.NONE).storeFails(point)));
    }

    @TestFactory
    Stream<DynamicTest> givenLateRequest_whenAskedAgain_thenOnce() {
        return Stream.of(
                dynamicTest("arrives before the next one asks", () -> new Case(Fault.LATE).arrivesAfter(0)),
                dynamicTest("arrives after the next one has asked", () -> new Case(Fault.LATE).arrivesAfter(1)));
    }

    @TestFactory
    Stream<DynamicTest> givenLostAnswer_whenAskedAtOnce_thenOnce() {
        return (stores.isDatabase() ? Stream.<Fault>empty() : FAULTS.stream())
                .map(fault -> dynamicTest("asked again at once, " + fault, () -> new Case(fault).askedAtOnce()));
    }

    private FirstTime first() {
        return FirstTime.of(this, time);
    }

    /** One case with a vendor and a store of its own. */
    private final class Case {

        private final NodeClocks clocks;
        private final StateStore store;
        private final Fault fault;
        private final List<String> told = new ArrayList<>();

        /** With wrong clocks on a database, and in memory where the vendor has not acted. */
        Case(Fault fault) {
            this(fault, stores.isDatabase() || fault == Fault.LOST_BEFORE || fault == Fault.REFUSED);
        }

        Case(Fault fault, boolean areWrong) {
            this.fault = fault;
            this.clocks = new NodeClocks(time, areWrong);
            this.store = stores.empty(clocks.ofStore());
        }

        void dies(Point point) {
            run(subject -> step(subject, MortalStore.over(store).dieAt(point)));
        }

        void storeFails(Point point) {
            run(subject -> step(subject, MortalStore.over(store).failAt(point)));
        }

        void sleeps(Point point, Duration sleep) {
            run(subject -> step(subject, MortalStore.over(store).at(point, () -> {
                time.advance(sleep);
                step(subject, store);
            })));
        }

        void arrivesAfter(int asks) {
            run(subject -> {
                step(subject, store);
                for (int i = 0; i < asks; i++) {
                    step(subject, store);
                }
                subject.deliverLate();
                assertThat(subject.acted()).as("acted, %s", told).isEqualTo(1);
            });
        }

        void askedAtOnce() {
            run(subject -> {
                step(subject, store);
                step(subject, store);
            });
        }

        private void run(Consumer<Subject> life) {
            try (Subject subject = open(store, time)) {
                subject.spoil(fault);
                life.accept(subject);
                heal(subject);
            }
        }

        private void heal(Subject subject) {
            boolean isDone = false;
            for (int i = 0; i < MOST_ROUNDS && !isDone; i++) {
                time.advance(subject.patience());
                OnceResult<?> result = step(subject, store);
                isDone = result instanceof OnceResult.Done;
                if (result instanceof OnceResult.Unknown && i >= MOST_ROUNDS / 2) {
                    subject.resolve(store, subject.acted() > 0);
                }
            }
            assertThat(isDone).as("done in the end, %s", told).isTrue();
            assertThat(subject.acted()).as("acted, %s", told).isEqualTo(1);
            assertThat(Once.over(store, time).pending()).as("open, %s", told).isEmpty();
        }

        private OnceResult<?> step(Subject subject, StateStore node) {
            return clocks.onAnotherNode(() -> act(subject, node));
        }

        private OnceResult<?> act(Subject subject, StateStore node) {
            OnceResult<?> result = new OnceResult.Refused<>("nothing is known");
            try {
                result = subject.act(node);
                told.add(String.valueOf(result));
            } catch (ProcessDeath | StateStoreException e) {
                told.add(e.getClass().getSimpleName());
            } catch (SdkException e) {
                told.add(e.outcome().name());
                boolean isFree = e.outcome() == Outcome.REJECTED || e.outcome() == Outcome.NOT_SENT;
                assertThat(isFree && subject.acted() > 0)
                        .as("told that nothing happened, %s", told)
                        .isFalse();
            }
            assertThat(subject.acted()).as("acted, %s", told).isLessThanOrEqualTo(1);
            if (result instanceof OnceResult.Done) {
                assertThat(subject.acted()).as("acted, %s", told).isEqualTo(1);
            }
            return result;
        }
    }
}
