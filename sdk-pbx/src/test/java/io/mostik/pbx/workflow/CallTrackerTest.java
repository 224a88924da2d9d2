package io.mostik.pbx.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.pbx.webhooks.PbxWebhooks;
import io.mostik.pbx.webhooks.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallTrackerTest {

    private static final String RINGING = "{\"id\":\"c-1\",\"caller\":\"101\",\"called\":\"102\"}";
    private static final String TALKING =
            "{\"id\":\"c-1\",\"caller\":\"101\",\"called\":\"102\",\"answer\":\"2026-03-02 10:15:12\"}";
    private static final String OVER = "{\"id\":\"c-1\",\"caller\":\"101\",\"called\":\"102\","
            + "\"answer\":\"2026-03-02 10:15:12\",\"end\":\"2026-03-02 10:18:05\",\"status\":\"answered\"}";
    private static final String RECORDED = OVER.replace("}", ",\"recording_id\":\"r\"}");

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final List<CallNews> updates = Collections.synchronizedList(new ArrayList<>());
    private final WebhookEndpoint hook = hook(store);

    @Test
    void givenCallInOrder_whenReceiving_thenTellsEachStep() {
        List.of(RINGING, TALKING, OVER, RECORDED).forEach(this::receive);

        assertThat(updates)
                .extracting(CallNews::change)
                .containsExactly(
                        CallNews.Change.BEGAN,
                        CallNews.Change.WENT_ON,
                        CallNews.Change.ENDED,
                        CallNews.Change.CORRECTED);
    }

    @Test
    void givenAnyOrderAndDuplicates_whenReceiving_thenEndIsTheSame() {
        Random random = new Random(20260302);
        for (int round = 0; round < 200; round++) {
            updates.clear();
            WebhookEndpoint fresh = hook(StateStore.inMemory());
            List<String> messages =
                    new ArrayList<>(List.of(RINGING, TALKING, OVER, RECORDED, RINGING, TALKING, OVER, RECORDED));
            Collections.shuffle(messages, random);

            messages.forEach(message ->
                    assertThat(fresh.handle(Requests.json("", message))).isEqualTo(WebhookReply.ok()));

            CallNews last = updates.get(updates.size() - 1);
            assertThat(last.call().recording()).isPresent();
            assertThat(updates).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void givenFinalDataFirst_whenMidCallDataCome_thenDropsThem() {
        receive(OVER);
        receive(RINGING);
        receive(TALKING);

        assertThat(updates).extracting(CallNews::change).containsExactly(CallNews.Change.ENDED);
    }

    @Test
    void givenLaterEnd_whenReceiving_thenReplacesTheFirst() {
        receive(OVER);
        receive(OVER.replace("10:18:05", "10:18:09"));

        assertThat(updates)
                .extracting(CallNews::change)
                .containsExactly(CallNews.Change.ENDED, CallNews.Change.CORRECTED);
        assertThat(updates.get(1).changed()).containsExactly("endedAt");
    }

    @Test
    void givenParallelDuplicates_whenReceiving_thenDeliversOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<WebhookReply>> pushes = Collections.nCopies(200, () -> hook.handle(Requests.json("", OVER)));

            for (Future<WebhookReply> reply : threads.invokeAll(pushes)) {
                assertThat(reply.get()).isEqualTo(WebhookReply.ok());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(updates).hasSize(1);
    }

    @Test
    void givenHandlerThatThrows_whenReceivingAgain_thenDeliversAgain() {
        AtomicInteger tries = new AtomicInteger();
        WebhookEndpoint failing = hook(store, update -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("database is down");
            }
        });

        assertThat(failing.handle(Requests.json("", OVER)).status()).isEqualTo(500);
        assertThat(failing.handle(Requests.json("", OVER)).status()).isEqualTo(200);
        assertThat(failing.handle(Requests.json("", OVER)).status()).isEqualTo(200);
        assertThat(tries).hasValue(2);
    }

    @Test
    void givenOneCallThatFails_whenPushHasMore_thenTheyAreTold() {
        AtomicInteger tries = new AtomicInteger();
        WebhookEndpoint failing = hook(store, update -> {
            if (update.call().callId().equals(Optional.of("c-1")) && tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no card for this one");
            }
            updates.add(update);
        });
        String push = "[" + OVER + "," + OVER.replace("c-1", "c-2") + "," + OVER.replace("c-1", "c-3") + "]";

        int first = failing.handle(Requests.json("", push)).status();
        List<CallNews> told = List.copyOf(updates);
        int second = failing.handle(Requests.json("", push)).status();

        assertThat(List.of(first, second)).containsExactly(500, 200);
        assertThat(told).extracting(news -> news.call().key()).containsExactly("c-2", "c-3");
        assertThat(updates).extracting(news -> news.call().key()).containsExactly("c-2", "c-3", "c-1");
    }

    @Test
    @Timeout(20)
    void givenHandlerThatHangs_whenOtherCallsCome_thenTheyAreUnharmed() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        WebhookEndpoint slow = hook(StateStore.inMemory(), update -> {
            if (update.call().callId().equals(Optional.of("c-1"))) {
                hanging.countDown();
                await(release);
            }
            updates.add(update);
        });
        Thread first = new Thread(() -> slow.handle(Requests.json("", OVER)));
        first.start();
        hanging.await();

        for (int i = 100; i < 400; i++) {
            slow.handle(Requests.json("", OVER.replace("c-1", "c-" + i)));
        }
        assertThat(updates).hasSize(300);
        release.countDown();
        first.join();

        assertThat(updates).hasSize(301);
    }

    @Test
    void givenCallWithoutId_whenReceivingTwice_thenKnowsIt() {
        String call = "{\"caller\":\"36301112233\",\"called\":\"101\",\"start\":\"2026-03-02 10:15:00\"}";

        receive(call);
        receive(call);
        receive(call.replace("10:15", "10:16"));

        assertThat(updates).hasSize(2);
        assertThat(store.stream("")).allSatisfy(entry -> assertThat(entry.key()).doesNotContain("36301112233"));
    }

    @Test
    void givenNeitherIdNorTime_whenCallsAreAlike_thenTellsBoth() {
        String call = "{\"caller\":\"36301112233\",\"called\":\"101\",\"status\":\"missed\"}";

        receive(call);
        receive(call);
        receive(call.replace("}", ",\"end\":\"2026-03-02 10:15:00\"}"));
        receive(call.replace("}", ",\"end\":\"2026-03-02 10:15:00\"}"));
        receive(call.replace("}", ",\"end\":\"2026-03-02 10:20:00\"}"));

        assertThat(updates).extracting(CallNews::change).hasSize(4).containsOnly(CallNews.Change.ENDED);
    }

    @Test
    void givenVeryLongId_whenReceivingTwice_thenDeliversOnce() {
        String call = OVER.replace("c-1", "x".repeat(5_000));

        receive(call);
        receive(call);

        assertThat(updates).hasSize(1);
    }

    @Test
    void givenControlCharacters_whenReceivingTwice_thenDeliversOnce() {
        String call = OVER.replace("c-1", "c\\u0000\\n\u202E 1");

        receive(call);
        receive(call);

        assertThat(updates).hasSize(1);
    }

    @Test
    void givenCallAfterItWasForgotten_whenReceiving_thenItIsNewAgain() {
        ManualTime clock = new ManualTime();
        StateStore kept = StateStore.inMemory(clock);
        CallTracker tracker = PbxWorkflows.of(kept, clock).calls("pbx").keep(Duration.ofHours(1));
        WebhookEndpoint forgetful = webhooks().callData().endpoint(tracker.handler(updates::add));

        forgetful.handle(Requests.json("", OVER));
        clock.advance(Duration.ofMinutes(59));
        forgetful.handle(Requests.json("", OVER));
        clock.advance(Duration.ofMinutes(2));
        forgetful.handle(Requests.json("", OVER));

        assertThat(updates).extracting(CallNews::change).containsExactly(CallNews.Change.ENDED, CallNews.Change.ENDED);
    }

    @Test
    void givenTwoPbxsOverOneStore_whenTheirIdsMeet_thenBothAreTold() {
        hook(store).handle(Requests.json("", OVER));
        webhooks()
                .callData()
                .endpoint(PbxWorkflows.of(store, time).calls("warehouse").handler(updates::add))
                .handle(Requests.json("", OVER));

        assertThat(updates).hasSize(2);
    }

    @Test
    void givenUselessSettings_whenTaken_thenNamesThem() {
        PbxWorkflows workflows = PbxWorkflows.of(store);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflows.calls("Main Office"))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workflows.calls("pbx").keep(Duration.ZERO))
                .withMessageContaining("keep");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebhookReply receive(String json) {
        return hook.handle(Requests.json("", json));
    }

    private WebhookEndpoint hook(StateStore state) {
        return hook(state, updates::add);
    }

    private static WebhookEndpoint hook(StateStore state, Consumer<CallNews> handler) {
        return webhooks()
                .callData()
                .endpoint(PbxWorkflows.of(state).calls("pbx").handler(handler));
    }

    private static PbxWebhooks webhooks() {
        return PbxWebhooks.builder()
                .authentication(WebhookAuthentication.none())
                .build();
    }
}
