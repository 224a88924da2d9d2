package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An inbox whose events fail, wait, come out of turn or belong to another node. */
class InboxEdgesTest {

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final MortalStore node = MortalStore.over(store);
    private final List<String> handled = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final Logger log = Logger.getLogger("io.mostik.once"); // kept: the JDK holds loggers weakly
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(listening);
    }

    @AfterEach
    void stop() {
        log.removeHandler(listening);
    }

    private InboxBuilder<String> builder(StateStore connection) {
        return Inbox.builder(Once.over(connection, time), "test", text -> text)
                .keep(Duration.ofDays(1))
                .tries(2)
                .poll(Duration.ofHours(1))
                .listener(new InboxListener() {
                    @Override
                    public void handled(String inbox, String id) {
                        told.add(id + " handled");
                    }

                    @Override
                    public void failed(String inbox, String id, int attempt, boolean dead, Throwable failure) {
                        told.add(id + " " + attempt + " " + dead + " " + failure.getMessage());
                    }
                });
    }

    private Inbox<String> ordered(StateStore connection) {
        return builder(connection).ordered(event -> "one").open(handled::add);
    }

    private static void accept(Inbox<String> inbox, String... events) {
        for (String event : events) {
            assertThat(inbox.accept("e-" + event, event, event)).isTrue();
        }
    }

    @Test
    void givenFailure_whenRun_thenCountsAndTellsOnlyWhatWasHandled() {
        Inbox<String> inbox = builder(node).open(event -> {
            if (event.equals("b")) {
                throw new IllegalStateException("not now");
            }
            handled.add(event);
        });
        accept(inbox, "a", "b", "c");

        int first = inbox.run();
        int again = inbox.run();
        time.advance(Duration.ofHours(1));
        int last = inbox.run();

        assertThat(List.of(first, again, last)).containsExactly(2, 0, 0);
        assertThat(told)
                .containsExactlyInAnyOrder("e-a handled", "e-c handled", "e-b 1 false not now", "e-b 2 true not now");
        assertThat(inbox).hasToString("Inbox[webhook/test]");
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).contains("e-b").endsWith("try 1; it will be tried again");
        assertThat(logged.get(1)).contains("e-b").endsWith("try 2; it is a dead letter now");
    }

    @Test
    void givenEventTakenByAnotherNode_whenRun_thenIsNotCounted() {
        Inbox<String> other = builder(store).open(handled::add);
        accept(other, "a");
        node.at(Point.after(2), other::run);

        int counted = builder(node).open(handled::add).run();

        assertThat(counted).isZero();
        assertThat(handled).containsExactly("a");
    }

    @Test
    void givenStoreThatFailsForOne_whenRun_thenOthersAreHandled() {
        Inbox<String> filled = builder(store).open(handled::add);
        accept(filled, "a", "b", "c");
        node.failAt(Point.before(2)).failAt(Point.before(4));

        int counted = builder(node).open(handled::add).run();
        int later = filled.run();

        assertThat(counted).isEqualTo(1);
        assertThat(later).isEqualTo(2);
        assertThat(handled).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(logged).hasSize(2).allMatch(text -> text.contains("failed"));
    }

    @Test
    void givenProcessThatDies_whenTriesAreLeft_thenIsTriedAgain() {
        accept(builder(store).open(handled::add), "a");
        for (int death = 0; death < 2; death++) {
            MortalStore mortal = MortalStore.over(store);
            Inbox<String> dying = builder(mortal).open(event -> {
                handled.add(event);
                mortal.die();
            });
            ProcessDeath unused = catchThrowableOfType(ProcessDeath.class, dying::run);
            time.advance(Duration.ofSeconds(11));
        }
        told.clear();

        int counted = builder(store).open(handled::add).run();

        assertThat(counted).isZero();
        assertThat(handled).containsExactly("a", "a");
        assertThat(told).containsExactly("e-a 2 true the process died inside the handler");
        assertThat(logged).last().asString().endsWith("it is a dead letter now");
    }

    @Test
    void givenDeadAndWaiting_whenListed_thenDeadLettersAreApart() {
        Inbox<String> inbox = builder(node).open(handled::add);
        accept(inbox, "a");
        boolean unused = inbox.acceptUnreadable("e-b", "b", "odd");
        OpenWrite dead = inbox.deadLetters().toList().get(0);

        boolean replayed = inbox.replay(dead);
        boolean again = inbox.replay(dead);

        assertThat(dead.ref()).isEqualTo("e-b");
        assertThat(replayed).isTrue();
        assertThat(again).isFalse();
        assertThat(inbox.pending()).hasSize(2);
    }

    @Test
    void givenTwoPersons_whenBothReplay_thenOneDoes() {
        Inbox<String> other = builder(store).open(handled::add);
        boolean unused = other.acceptUnreadable("e-b", "b", "odd");
        OpenWrite dead = other.deadLetters().toList().get(0);
        List<Boolean> first = new ArrayList<>();
        node.at(Point.before(2), () -> first.add(other.replay(dead)));

        boolean second = builder(node).open(handled::add).replay(dead);

        assertThat(first).containsExactly(true);
        assertThat(second).isFalse();
    }

    @Test
    void givenOrderedEventsOfOneMoment_whenRun_thenKeepTheirOrder() {
        Inbox<String> inbox = ordered(node);
        accept(inbox, "c", "a", "b");

        int counted = inbox.run();

        assertThat(counted).isEqualTo(3);
        assertThat(handled).containsExactly("c", "a", "b");
    }

    @Test
    void givenOrderedEventsOfTwoNodes_whenRun_thenTheEarlierIsFirst() {
        accept(ordered(node), "z");
        time.advance(Duration.ofMillis(1));
        Inbox<String> other = ordered(store);
        accept(other, "a");

        int counted = other.run();

        assertThat(counted).isEqualTo(2);
        assertThat(handled).containsExactly("z", "a");
    }

    @Test
    void givenOrderedInbox_whenStarted_thenOneRunIsHandedOverAtATime() {
        try (Inbox<String> inbox = ordered(node).start(waiting::add)) {
            accept(inbox, "a", "b");
            int first = waiting.size();
            waiting.forEach(Runnable::run);
            accept(inbox, "c");

            assertThat(first).isEqualTo(1);
            assertThat(waiting).hasSize(2);
            assertThat(handled).containsExactly("a", "b");
        }
    }

    @Test
    void givenFullExecutor_whenNextEventComes_thenIsHandedOverAgain() {
        AtomicInteger asked = new AtomicInteger();
        Executor full = task -> {
            if (asked.getAndIncrement() == 0) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        };
        try (Inbox<String> inbox = ordered(node).start(full)) {
            accept(inbox, "a", "b");
        }

        assertThat(handled).containsExactly("a", "b");
    }

    @Test
    void givenStoreThatFails_whenHandedOver_thenTheNextRunGoesOn() {
        try (Inbox<String> inbox = ordered(node).start(Runnable::run)) {
            node.failAt(Point.before(2));
            accept(inbox, "a");
            List<String> before = List.copyOf(handled);
            accept(inbox, "b");

            assertThat(before).isEmpty();
            assertThat(logged).singleElement().asString().contains("could not be run");
            assertThat(handled).containsExactly("a", "b");
        }
    }

    @Test
    void givenHandlerThatIsInterrupted_whenItThrows_thenTheThreadIs() {
        AtomicBoolean interrupted = new AtomicBoolean();
        HandlerFailure failure = catchThrowableOfType(
                HandlerFailure.class,
                () -> HandlerFailure.guard(() -> InboxEdgesTest.<RuntimeException>sneak(new InterruptedException())));
        interrupted.set(Thread.interrupted());
        HandlerFailure other = catchThrowableOfType(
                HandlerFailure.class,
                () -> HandlerFailure.guard(() -> InboxEdgesTest.<RuntimeException>sneak(new IllegalStateException())));

        assertThat(failure).hasCauseInstanceOf(InterruptedException.class);
        assertThat(interrupted).isTrue();
        assertThat(other).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}
