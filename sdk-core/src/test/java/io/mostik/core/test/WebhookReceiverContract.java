package io.mostik.core.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mostik.core.StateStore;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.test.WebhookInputs.Input;
import io.mostik.core.test.WebhookServers.Adapter;
import io.mostik.core.webhook.WebhookListener.Notice;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.core.webhook.WebhookReceiver;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every receiver of webhooks has to pass, behind the JDK's server and behind a servlet: odd and hostile requests,
 * failing handlers and stores, and a process that dies between any two effects.
 *
 * @param <E> the event
 */
@Timeout(180)
public abstract class WebhookReceiverContract<E> {

    private static final int HOSTILE = 40;
    private static final int HALF = 10;
    private static final int WAIT_SECONDS = 10;
    private static final long HUNDRED_MEGABYTES = 100L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Queue<E> handled = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Notice> told = new LinkedBlockingQueue<>();
    private WebhookServers servers;

    /** Returns the receiver as users get it from the vendor's builder. */
    protected abstract WebhookReceiver<E> receiver();

    /** Returns a genuine request. */
    protected abstract WebhookSample sample();

    /** Returns the text in an event that was {@link WebhookSample#NAME} in the request. */
    protected abstract Optional<String> name(E event);

    /** Returns the same event as forms: multipart, form and query together, and what else the vendor knows. */
    protected List<WebhookSample> forms() {
        return List.of();
    }

    /** Returns the answers to a form where the vendor sends JSON alone. */
    protected Set<Integer> answersToForms() {
        return Set.of(200);
    }

    /**
     * Returns behind which servers the tests run that wait for time limits; all by default. The limits are the servers' own, so one is
     * enough for a receiver beside others.
     */
    protected Set<Adapter> slowly() {
        return Set.of(Adapter.values());
    }

    /** Returns whether a wrong proof is refused before the body is read. */
    protected boolean refusesByHead() {
        return true;
    }

    /** Returns the answer to a genuine request with another id in {@code X-Webhook-Id}. */
    protected int answerToOtherId() {
        return 200;
    }

    @BeforeEach
    void start() throws Exception {
        servers = WebhookServers.start(PATIENCE);
        servers.serve(listened().endpoint(handled::add));
    }

    @AfterEach
    void stop() throws Exception {
        servers.stop();
    }

    private WebhookReceiver<E> listened() {
        return receiver().listener(told::add);
    }

    @TestFactory
    Stream<DynamicTest> givenOddRequest_whenSent_thenIsAnsweredRightly() {
        List<Input> inputs = new ArrayList<>(WebhookInputs.of(sample(), answerToOtherId()));
        inputs.addAll(WebhookInputs.spellings(forms(), answersToForms()));
        return Stream.of(Adapter.values())
                .flatMap(adapter -> inputs.stream()
                        .map(input -> dynamicTest(adapter + ", " + input.name(), () -> check(adapter, input))));
    }

    private void check(Adapter adapter, Input input) throws IOException {
        handled.clear();
        told.clear();

        int status = servers.status(adapter, input.bytes().get());

        assertThat(status).isIn(input.answers());
        assertThat(handled)
                .hasSize(status == 200 ? 1 : 0)
                .allSatisfy(event -> assertThat(name(event)).contains(WebhookSample.NAME));
        if (status != 200 && input.isTold()) {
            assertThat(told).singleElement().satisfies(notice -> {
                assertThat(notice.result()).isEqualTo(Result.REFUSED);
                assertThat(notice.reason()).isNotBlank();
            });
        }
        assertThat(told.toString()).doesNotContain(sample().key()).doesNotContain("Kov");
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenHead_whenSent_thenIsNoRefusal(Adapter adapter) throws IOException {
        int status = servers.status(
                adapter, sample().wire().verb("HEAD").cut(0).announcing(0).bytes());

        assertThat(status).isEqualTo(405);
        assertThat(told).extracting(Notice::result).containsExactly(Result.CHECKED);
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenBodyWithoutEnd_whenSent_thenIsStoppedAtTheLimit(Adapter adapter) throws IOException {
        byte[] head = sample().wire().chunked(1).head();

        int status = servers.pour(adapter, head, HUNDRED_MEGABYTES);

        assertThat(status).isIn(413, 0);
        assertThat(told).extracting(Notice::result).containsExactly(Result.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenWrongHead_whenItsBodyIsWithheld_thenIsRefusedAtOnce(Adapter adapter) throws Exception {
        byte[] half = sample().wrong().wire().announcing(50_000).cut(HALF).bytes();

        int status = servers.status(adapter, half);

        assertThat(status).isIn(refusesByHead() ? Set.of(401) : Set.of(408, 0));
        assertThat(told.poll(WAIT_SECONDS, TimeUnit.SECONDS))
                .extracting(Notice::result)
                .isEqualTo(Result.REFUSED);
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenHostileSenders_whenAnHonestOneComes_thenIsServed(Adapter adapter) throws IOException {
        assumeTrue(slowly().contains(adapter));
        List<Socket> halfHeads = new ArrayList<>();
        List<Socket> halfBodies = new ArrayList<>();
        byte[] head = sample().wire().head();
        for (int i = 0; i < HOSTILE; i++) {
            halfHeads.add(servers.open(adapter, Arrays.copyOf(head, head.length / 2)));
            halfBodies.add(servers.open(
                    adapter,
                    sample().wrong().wire().announcing(50_000).cut(HALF).bytes()));
            halfBodies.add(servers.open(
                    adapter, sample().wire().announcing(50_000).cut(HALF).bytes()));
        }

        int honest = servers.status(adapter, sample().wire().bytes());
        List<Integer> answers = new ArrayList<>();
        for (Socket socket : halfBodies) {
            answers.add(WebhookServers.statusAtTheEnd(socket));
        }

        assertThat(honest).isEqualTo(200);
        assertThat(answers).doesNotContain(200);
        assertThat(handled).hasSize(1);
        for (Socket socket : halfHeads) {
            socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenBodyByteByByte_whenItTakesTooLong_thenIsEnded(Adapter adapter) throws Exception {
        assumeTrue(slowly().contains(adapter));
        byte[] head = sample().wire().announcing(50_000).head();

        int status = servers.drip(adapter, head, new byte[1_000]);

        assertThat(status).isIn(408, 0);
        assertThat(told.poll(WAIT_SECONDS, TimeUnit.SECONDS))
                .extracting(Notice::result)
                .isEqualTo(Result.REFUSED);
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenHandlerThrowingError_whenSenderRepeats_thenIsHandled(Adapter adapter) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        servers.serve(listened().once(Once.over(StateStore.inMemory())).endpoint(event -> {
            if (calls.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("missing");
            }
            handled.add(event);
        }));

        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(servers.status(adapter, sample().wire().bytes()));
        }

        assertThat(answers).containsExactly(500, 200, 200);
        assertThat(handled).hasSize(1);
        assertThat(told).extracting(Notice::result).containsExactly(Result.FAILED, Result.ACCEPTED, Result.DUPLICATE);
    }

    @ParameterizedTest
    @EnumSource(Adapter.class)
    void givenStoreThatIsDown_whenTheSenderRepeats_thenIsHandledOnce(Adapter adapter) throws IOException {
        MortalStore store = MortalStore.over(StateStore.inMemory())
                .failAt(MortalStore.Point.before(1))
                .failAt(MortalStore.Point.after(2));
        Inbox<E> inbox = listened().inbox(Once.over(store)).open(handled::add);
        servers.serve(listened().endpoint(inbox));

        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(servers.status(adapter, sample().wire().bytes()));
        }
        int done = inbox.run();

        assertThat(answers).containsExactly(500, 500, 200);
        assertThat(done).isEqualTo(1);
        assertThat(handled).hasSize(1);
        assertThat(inbox.pending()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> givenCrashAtAnyStep_whenTheSenderRepeats_thenNothingIsLost() {
        return WebhookCrash.all(receiver(), sample());
    }

    @TestFactory
    Stream<DynamicTest> givenDelivery_whenItComesAgain_thenCostsThreeTripsAndOne() {
        return WebhookCrash.trips(receiver(), sample());
    }
}
