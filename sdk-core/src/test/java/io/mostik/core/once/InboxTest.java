package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final MortalStore node = MortalStore.over(store);
    private final List<String> handled = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void givenNewEvent_whenStoredAndHandled_thenCostsThreeRoundTrips() {
        Inbox<String> inbox = inbox(handled::add).start(Runnable::run);

        boolean isNew = inbox.accept("e-1", "a", "a");

        assertThat(isNew).isTrue();
        assertThat(handled).containsExactly("a");
        assertThat(node.trips()).isEqualTo(3);
    }

    @Test
    void givenHandlerOfIds_whenTriedAgain_thenIsGivenTheStoredId() {
        List<String> ids = new ArrayList<>();
        Inbox<String> inbox = builder(node).openWithIds((id, event) -> {
            ids.add(id);
            if (ids.size() == 1) {
                throw new IllegalStateException("not yet");
            }
        });
        inbox.accept("e-1", "a", "a");

        inbox.run();
        time.advance(Duration.ofMinutes(2));
        inbox.run();

        assertThat(ids).containsExactly("e-1", "e-1");
    }

    @Test
    void givenKnownEvent_whenItComesAgain_thenCostsOneRoundTrip() {
        Inbox<String> inbox = inbox(handled::add).start(Runnable::run);
        inbox.accept("e-1", "a", "a");
        int before = node.trips();

        boolean isNew = inbox.accept("e-1", "other words", "other words");

        assertThat(isNew).isFalse();
        assertThat(node.trips() - before).isEqualTo(1);
        assertThat(handled).containsExactly("a");
    }

    @Test
    void givenHandledEvent_whenLookedAt_thenItsContentIsGone() {
        Inbox<String> inbox = inbox(handled::add);
        inbox.accept("e-1", "private words", "private words");

        inbox.run();

        assertThat(store.find("once/webhook/test:e-1").orElseThrow().value())
                .contains("DONE")
                .doesNotContain("private");
    }

    @Test
    void givenSealedInbox_whenEventWaits_thenItCannotBeReadInStore() {
        Inbox<String> inbox =
                builder(node).sealedWith(new SecretKeySpec(new byte[32], "AES")).open(handled::add);
        inbox.accept("e-1", "private words", "private words");

        String waiting = store.find("once/webhook/test:e-1").orElseThrow().value();
        int done = inbox.run();

        assertThat(waiting).doesNotContain("private");
        assertThat(done).isEqualTo(1);
        assertThat(handled).containsExactly("private words");
    }

    @Test
    void givenFailingHandler_whenTimePasses_thenRetriedAndThenDead() {
        Inbox<String> inbox = inbox(event -> {
            throw new NoClassDefFoundError("missing");
        });
        inbox.accept("e-1", "a", "a");

        for (int i = 0; i < 5; i++) {
            inbox.run();
            time.advance(Duration.ofHours(1));
        }

        assertThat(failures).containsExactly("e-1 1 false", "e-1 2 false", "e-1 3 true");
        assertThat(inbox.deadLetters())
                .singleElement()
                .extracting(OpenWrite::why)
                .isEqualTo("NoClassDefFoundError");
    }

    @Test
    void givenDeadLetter_whenReplayed_thenIsHandled() {
        List<String> broken = new ArrayList<>(List.of("yes"));
        Inbox<String> inbox = builder(node).tries(1).open(event -> {
            if (!broken.isEmpty()) {
                throw new IllegalStateException("database away");
            }
            handled.add(event);
        });
        inbox.accept("e-1", "a", "a");
        inbox.run();
        broken.clear();

        int replayed = inbox.replayAll();
        inbox.run();

        assertThat(replayed).isEqualTo(1);
        assertThat(handled).containsExactly("a");
        assertThat(inbox.pending()).isEmpty();
    }

    @Test
    void givenUnreadableEvent_whenStored_thenIsReplayableDeadLetter() {
        Inbox<String> inbox = inbox(handled::add);

        boolean isNew = inbox.acceptUnreadable("e-1", "odd", "unreadable");
        int before = inbox.run();
        int replayed = inbox.replayAll();

        assertThat(isNew).isTrue();
        assertThat(before).isZero();
        assertThat(replayed).isEqualTo(1);
        assertThat(inbox.run()).isEqualTo(1);
        assertThat(handled).containsExactly("odd");
    }

    @Test
    void givenOrderedEvents_whenTheFirstFails_thenThoseOfItsKeyWait() {
        List<String> broken = new ArrayList<>(List.of("a1"));
        Inbox<String> inbox = builder(node)
                .ordered(event -> event.substring(0, 1))
                .open(event -> {
                    if (broken.remove(event)) {
                        throw new IllegalStateException("not now");
                    }
                    handled.add(event);
                });
        List.of("a1", "a2", "b1", "a3")
                .forEach(event -> inbox.accept("e-" + (9 - event.charAt(1)) + event, event, event));

        inbox.run();
        List<String> first = List.copyOf(handled);
        time.advance(Duration.ofMinutes(2));
        inbox.run();

        assertThat(first).containsExactly("b1");
        assertThat(handled).containsExactly("b1", "a1", "a2", "a3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void givenCrashAnywhere_whenSenderRepeats_thenNothingIsLost(int tripOfDeath) {
        for (boolean before : new boolean[] {true, false}) {
            handled.clear();
            String id = "e-" + tripOfDeath + before;
            MortalStore mortal = MortalStore.over(store).dieAt(new Point(tripOfDeath, !before));
            boolean acknowledged = acknowledged(
                    () -> Inbox.builder(Once.over(mortal, time), "test", text -> text)
                            .open(handled::add)
                            .start(Runnable::run),
                    id);

            Inbox<String> second =
                    Inbox.builder(Once.over(store, time), "test", text -> text).open(handled::add);
            for (Duration pause : List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15))) {
                time.advance(pause);
                acknowledged = acknowledged || acknowledged(() -> second, id);
                second.run();
            }

            assertThat(acknowledged).isTrue();
            assertThat(handled).hasSizeBetween(1, 2).containsOnly("event");
            assertThat(second.pending()).isEmpty();
        }
    }

    @Test
    void givenHandlerKillingProcess_whenTriesAreOver_thenDeadLetter() {
        for (int i = 0; i < 3; i++) {
            MortalStore mortal = MortalStore.over(store);
            Inbox<String> dying = builder(mortal).open(event -> mortal.die());
            if (i == 0) {
                dying.accept("e-1", "a", "a");
            }
            assertThatThrownBy(dying::run).isInstanceOf(ProcessDeath.class);
            time.advance(Duration.ofSeconds(11));
        }

        Inbox<String> last = inbox(handled::add);
        last.run();

        assertThat(handled).isEmpty();
        assertThat(last.deadLetters()).hasSize(1);
    }

    @Test
    void givenStoreThatIsDown_whenEventComes_thenSenderMustRepeat() {
        Inbox<String> inbox = inbox(handled::add);
        node.failAt(Point.before(1));

        assertThatThrownBy(() -> inbox.accept("e-1", "a", "a")).isInstanceOf(StateStoreException.class);
    }

    private static boolean acknowledged(Supplier<Inbox<String>> inbox, String id) {
        try {
            boolean unused = inbox.get().accept(id, "event", "event");
            return true;
        } catch (ProcessDeath e) {
            return false;
        }
    }

    private Inbox<String> inbox(Consumer<String> handler) {
        return builder(node).open(handler);
    }

    private InboxBuilder<String> builder(StateStore connection) {
        return Inbox.builder(Once.over(connection, time), "test", text -> text)
                .tries(3)
                .listener(new InboxListener() {
                    @Override
                    public void failed(String inbox, String id, int attempt, boolean dead, Throwable failure) {
                        failures.add(id + " " + attempt + " " + dead);
                    }
                });
    }
}
