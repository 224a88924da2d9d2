package io.mostik.remonline.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process that is told of an event dies between any two effects; another one takes its place. The vendor tells of the
 * event again 5, 15 and 30 seconds after the first time, unless it was answered with 200, and then never more.
 */
class WebhookCrashTest {

    private static final Secret SECRET = Secret.of("demo-webhook-secret-01");
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));

    private final ManualTime time = new ManualTime();
    private final StateStore shared = StateStore.inMemory(time);
    private final List<String> handled = new ArrayList<>();
    private final MortalStore mortal = MortalStore.over(shared);
    private boolean diesInTheHandler;

    static Stream<EventName> events() {
        return Arrays.stream(EventName.class.getFields()).map(WebhookCrashTest::constant);
    }

    private static EventName constant(Field field) {
        try {
            return (EventName) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Point> points() {
        return IntStream.rangeClosed(1, 7).boxed().flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)));
    }

    private static WebhookRequest request(EventName event) {
        String body = "{\"id\":\"e-1\",\"event_name\":\"" + event.value()
                + "\",\"created_at\":\"2026-02-05T09:00:00.394404Z\",\"context\":{\"object_id\":7,\"object_type\":\"order\"}}";
        return RemOnlineWebhooks.sign(
                SECRET, new WebhookRequest("POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static WebhookReceiver<RemOnlineEvent> receiver() {
        return RemOnlineWebhooks.builder().secret(SECRET).build();
    }

    private void handle(RemOnlineEvent event) {
        handled.add(event.eventName().orElseThrow().value());
        if (diesInTheHandler) {
            diesInTheHandler = false;
            mortal.die();
        }
    }

    /** Receives and handles; returns the status that the vendor sees, 0 if the process died before. */
    private int withInbox(StateStore store, WebhookRequest request) {
        Inbox<RemOnlineEvent> inbox = receiver().inbox(Once.over(store, time)).open(this::handle);
        int status = receiver().accept(request, inbox).status();
        run(inbox);
        return status;
    }

    private static void run(Inbox<RemOnlineEvent> inbox) {
        try {
            int unused = inbox.run();
        } catch (ProcessDeath e) {
            assertThat(e).as("the vendor was answered before").isNotNull();
        }
    }

    private int withMemory(StateStore store, WebhookRequest request) {
        return receiver()
                .once(Once.over(store, time))
                .handle(request, this::handle)
                .status();
    }

    /** The interface of a process to the vendor. */
    private interface Process {
        int told(StateStore store, WebhookRequest request);
    }

    /** Tells of an event as the vendor does; the first process has its own store, the others a whole one. */
    private void tell(Process process, StateStore first, WebhookRequest request) {
        int status = told(process, first, request);
        for (int i = 0; i < PAUSES.size() && status != 200; i++) {
            time.advance(PAUSES.get(i));
            status = told(process, shared, request);
        }
        assertThat(status).as("what the vendor was answered in the end").isEqualTo(200);
    }

    private static int told(Process process, StateStore store, WebhookRequest request) {
        try {
            return process.told(store, request);
        } catch (ProcessDeath e) {
            return 0;
        }
    }

    /** Lets another process look at what is left, as it does every ten seconds. */
    private void laterProcess() {
        Inbox<RemOnlineEvent> inbox = receiver().inbox(Once.over(shared, time)).open(this::handle);
        for (int i = 0; i < 12; i++) {
            time.advance(Duration.ofSeconds(10));
            int unused = inbox.run();
        }
        assertThat(inbox.pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenDeathAnywhere_whenToldAgain_thenNothingIsLost(Point point) {
        MortalStore dying = MortalStore.over(shared).dieAt(point);

        tell(this::withInbox, dying, request(EventName.ORDER_DELETED));
        laterProcess();

        assertThat(handled).isNotEmpty().containsOnly("Order.Deleted").hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenDeathWithoutInbox_whenToldAgain_thenNothingIsLost(Point point) {
        MortalStore dying = MortalStore.over(shared).dieAt(point);

        tell(this::withMemory, dying, request(EventName.ORDER_DELETED));

        assertThat(handled).isNotEmpty().containsOnly("Order.Deleted").hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("events")
    void givenDeathInHandler_whenToldAgain_thenIsHandled(EventName event) {
        diesInTheHandler = true;

        tell(this::withInbox, mortal, request(event));
        laterProcess();

        assertThat(handled).containsExactly(event.value(), event.value());
    }

    @ParameterizedTest
    @MethodSource("events")
    void givenNoInbox_whenHandlerDies_thenIsHandledLater(EventName event) {
        diesInTheHandler = true;

        tell(this::withMemory, mortal, request(event));

        assertThat(handled).containsExactly(event.value(), event.value());
    }

    /** An account has five webhooks at most, so one receiver serves all who want to know. */
    @Test
    void givenTwoInboxes_whenOneHandlerFails_thenOtherIsServed() {
        Consumer<RemOnlineEvent> failing = event -> {
            throw new IllegalStateException("the table is down");
        };
        Once once = Once.over(shared, time);
        Inbox<RemOnlineEvent> copy = receiver().inbox(once, "copy").open(this::handle);
        Inbox<RemOnlineEvent> hub = receiver().inbox(once, "hub").open(failing);

        int status = receiver()
                .endpoint(List.of(copy, hub))
                .handle(request(EventName.ORDER_CREATED))
                .status();
        int first = copy.run() + hub.run();

        assertThat(status).isEqualTo(200);
        assertThat(first).isEqualTo(1);
        assertThat(handled).containsExactly("Order.Created");
        assertThat(hub.pending()).hasSize(1);
        assertThat(copy.pending()).isEmpty();
    }

    @Test
    void givenFirstOfTwoInboxesStored_whenProcessDies_thenBothGetIt() {
        MortalStore dying = MortalStore.over(shared).dieAt(Point.after(1));
        Process both = (store, request) -> {
            Once once = Once.over(store, time);
            return receiver()
                    .endpoint(List.of(
                            receiver().inbox(once, "copy").open(event -> handled.add("copy")),
                            receiver().inbox(once, "hub").open(event -> handled.add("hub"))))
                    .handle(request)
                    .status();
        };

        tell(both, dying, request(EventName.ORDER_CREATED));
        Once once = Once.over(shared, time);
        int copy = receiver()
                .inbox(once, "copy")
                .open(event -> handled.add("copy"))
                .run();
        int hub =
                receiver().inbox(once, "hub").open(event -> handled.add("hub")).run();

        assertThat(copy + hub).isEqualTo(2);
        assertThat(handled).containsExactly("copy", "hub");
    }
}
