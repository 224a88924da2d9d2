package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mostik.core.StateStore;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.test.NodeStore.NodeDied;
import io.mostik.core.test.NodeStore.Point;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReceiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A process that dies between any two effects of taking and handling a webhook, and a sender that repeats as RemOnline
 * does: 5, 10 and 15 seconds later, counted from the first time or each from the one before; then never more.
 */
final class WebhookCrash<E> {

    private static final List<List<Duration>> SCHEDULES = List.of(pauses(5, 10, 15), pauses(5, 5, 5));

    private final ManualTime time = new ManualTime();
    private final StateStore shared = StateStore.inMemory(time);
    private final WebhookReceiver<E> receiver;
    private final WebhookSample sample;
    private final Memory memory;
    private final List<Integer> tripsAtHandler = new ArrayList<>();

    /** What remembers events. */
    private enum Memory {
        INBOX,
        ONCE
    }

    private WebhookCrash(WebhookReceiver<E> receiver, WebhookSample sample, Memory memory) {
        this.receiver = receiver;
        this.sample = sample;
        this.memory = memory;
    }

    static <E> Stream<DynamicTest> all(WebhookReceiver<E> receiver, WebhookSample sample) {
        return Stream.of(Memory.values())
                .flatMap(memory -> Stream.concat(points(receiver, sample, memory), Stream.of(OptionalInt.empty()))
                        .flatMap(point -> SCHEDULES.stream()
                                .map(schedule -> dynamicTest(
                                        memory + ", dies " + name(point) + ", " + schedule,
                                        () -> new WebhookCrash<>(receiver, sample, memory).dies(point, schedule)))));
    }

    static <E> Stream<DynamicTest> trips(WebhookReceiver<E> receiver, WebhookSample sample) {
        return Stream.of(Memory.values())
                .map(memory -> dynamicTest(
                        memory.toString(), () -> new WebhookCrash<>(receiver, sample, memory).countsTrips()));
    }

    /** Even numbers are before a round trip, odd ones after it; nothing is inside the handler. */
    private static <E> Stream<OptionalInt> points(WebhookReceiver<E> receiver, WebhookSample sample, Memory memory) {
        int trips = new WebhookCrash<>(receiver, sample, memory).tripsOfOne();
        return IntStream.range(0, 2 * trips).mapToObj(OptionalInt::of);
    }

    private int tripsOfOne() {
        NodeStore store = new NodeStore(shared);
        try (Node node = new Node(store)) {
            assertThat(node.isAccepted()).isTrue();
        }
        return store.trips();
    }

    private static String name(OptionalInt point) {
        return point.isEmpty() ? "inside the handler" : point(point.getAsInt()).toString();
    }

    private static Point point(int number) {
        return new Point(number / 2, number % 2 == 0);
    }

    private void dies(OptionalInt number, List<Duration> schedule) {
        NodeStore mortal = new NodeStore(shared);
        number.ifPresent(at -> mortal.dyingAt(point(at)));
        boolean accepted;
        try (Node first = new Node(mortal, number.isEmpty())) {
            accepted = first.isAccepted();
        }
        boolean diedAtWork = number.isEmpty() || diedBeforeItWasNoted(point(number.getAsInt()));

        try (Node second = new Node(new NodeStore(shared))) {
            for (Duration pause : schedule) {
                time.advance(pause);
                accepted = accepted || second.isAccepted();
                second.run();
            }
            second.run();

            assertThat(accepted).as("the sender was told in time").isTrue();
            assertThat(tripsAtHandler).as("times handled").hasSize(diedAtWork ? 2 : 1);
            assertThat(Once.over(shared, time).pending()).as("left open").isEmpty();
        }
    }

    private boolean diedBeforeItWasNoted(Point death) {
        return tripsAtHandler.equals(List.of(death.trip())) && death.before();
    }

    private void countsTrips() {
        NodeStore store = new NodeStore(shared);
        try (Node node = new Node(store)) {
            assertThat(node.isAccepted()).isTrue();
            int first = store.trips();
            assertThat(node.isAccepted()).isTrue();

            assertThat(first).as("round trips of the first").isEqualTo(3);
            assertThat(store.trips() - first).as("round trips of the copy").isEqualTo(1);
            assertThat(tripsAtHandler).hasSize(1);
        }
    }

    private static List<Duration> pauses(int... seconds) {
        return IntStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    /** One process, which handles what it stored at once. */
    private final class Node implements AutoCloseable {

        private final NodeStore store;
        private final List<Inbox<E>> inboxes = new ArrayList<>();
        private final WebhookEndpoint endpoint;
        private boolean diesAtWork;

        Node(NodeStore store) {
            this(store, false);
        }

        Node(NodeStore store, boolean diesAtWork) {
            this.store = store;
            this.diesAtWork = diesAtWork;
            Once once = Once.over(store, time);
            if (memory == Memory.ONCE) {
                endpoint = receiver.once(once).endpoint(this::work);
            } else {
                Inbox<E> inbox = receiver.inbox(once)
                        .poll(Duration.ofDays(1))
                        .open(this::work)
                        .start(Runnable::run);
                inboxes.add(inbox);
                endpoint = receiver.endpoint(inbox);
            }
        }

        private void work(E event) {
            tripsAtHandler.add(store.trips());
            if (diesAtWork) {
                store.die();
                throw new NodeDied();
            }
        }

        /** The sender hears nothing of a process that died, whatever it would have answered. */
        boolean isAccepted() {
            try {
                return endpoint.handle(sample.request()).status() == 200 && !store.isDead();
            } catch (NodeDied e) {
                return false;
            }
        }

        void run() {
            for (Inbox<E> inbox : inboxes) {
                int unused = inbox.run();
            }
        }

        @Override
        public void close() {
            inboxes.forEach(Inbox::close);
        }
    }
}
