package io.mostik.pbx.vipex.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallTrackerTest {

    private static final String RINGING = "{\"id\":\"c-1\",\"caller\":\"101\",\"called\":\"102\"}";
    private static final String TALKING =
            "{\"id\":\"c-1\",\"caller\":\"101\",\"called\":\"102\",\"answer\":\"2026-03-02 10:15:12\"}";
    private static final String OVER = "{\"id\":\"c-1\",\"caller\":\"101\",\"called\":\"102\","
            + "\"answer\":\"2026-03-02 10:15:12\",\"end\":\"2026-03-02 10:18:05\",\"status\":\"answered\"}";
    private static final String RECORDED = OVER.replace("}", ",\"recording_id\":\"r\"}");

    private final StateStore store = StateStore.inMemory(new ManualTime());
    private final List<CallUpdate> updates = Collections.synchronizedList(new ArrayList<>());
    private final WebhookEndpoint hook = hook(store);

    @Test
    void givenCallInOrder_whenReceiving_thenTellsEachStep() {
        List.of(RINGING, TALKING, OVER, RECORDED).forEach(this::receive);

        assertThat(updates)
                .extracting(CallUpdate::change)
                .containsExactly(
                        CallUpdate.Change.BEGAN,
                        CallUpdate.Change.WENT_ON,
                        CallUpdate.Change.ENDED,
                        CallUpdate.Change.CORRECTED);
    }

    @Test
    void givenCallInAnyOrderWithDuplicates_whenReceiving_thenEndsWithTheSame() {
        Random random = new Random(20260302);
        for (int round = 0; round < 200; round++) {
            updates.clear();
            WebhookEndpoint fresh = hook(StateStore.inMemory());
            List<String> messages =
                    new ArrayList<>(List.of(RINGING, TALKING, OVER, RECORDED, RINGING, TALKING, OVER, RECORDED));
            Collections.shuffle(messages, random);

            messages.forEach(message ->
                    assertThat(fresh.handle(Requests.json("", message))).isEqualTo(WebhookReply.ok()));

            CallUpdate last = updates.get(updates.size() - 1);
            assertThat(last.call().recording()).isPresent();
            assertThat(updates).hasSizeLessThanOrEqualTo(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void givenFinalDataFirst_whenMidCallDataCome_thenDropsThem() {
        receive(OVER);
        receive(RINGING);
        receive(TALKING);

        assertThat(updates).extracting(CallUpdate::change).containsExactly(CallUpdate.Change.ENDED);
    }

    @Test
    void givenCorrectedData_whenReceiving_thenTheyReplaceTheFirst() {
        receive(OVER);
        receive(OVER.replace("answered", "busy"));

        assertThat(updates)
                .extracting(CallUpdate::change)
                .containsExactly(CallUpdate.Change.ENDED, CallUpdate.Change.CORRECTED);
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
        WebhookEndpoint failing = CallHooks.builder()
                .authentication(WebhookAuthentication.none())
                .store(store)
                .build()
                .onCallData(update -> {
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
    @Timeout(20)
    void givenHandlerThatHangs_whenOtherCallsCome_thenTheyAreUnharmed() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        WebhookEndpoint slow = CallHooks.builder()
                .authentication(WebhookAuthentication.none())
                .build()
                .onCallData(update -> {
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
    void givenAnotherNodeHandlingTheCall_whenReceiving_thenAsksToSendAgain() {
        store.firstSeen("pbx/calls/c-1#claim", Duration.ofMinutes(5));

        assertThat(receive(OVER).status()).isEqualTo(500);
        assertThat(updates).isEmpty();
    }

    @Test
    void givenCallWithoutId_whenReceivingTwice_thenKnowsItByPartiesAndStart() {
        String call = "{\"caller\":\"36301112233\",\"called\":\"101\",\"start\":\"2026-03-02 10:15:00\"}";

        receive(call);
        receive(call);
        receive(call.replace("10:15", "10:16"));

        assertThat(updates).hasSize(2);
        assertThat(store.stream(""))
                .allSatisfy(entry -> assertThat(entry.key() + entry.value()).doesNotContain("36301112233"));
    }

    @Test
    void givenVeryLongId_whenReceivingTwice_thenDeliversOnce() {
        String call = OVER.replace("c-1", "x".repeat(5_000));

        receive(call);
        receive(call);

        assertThat(updates).hasSize(1);
    }

    @Test
    void givenBusyExecutor_whenReceiving_thenAsksToSendAgain() {
        WebhookEndpoint rejecting = CallHooks.builder()
                .authentication(WebhookAuthentication.none())
                .answeringFirst(task -> {
                    throw new java.util.concurrent.RejectedExecutionException();
                })
                .build()
                .onCallData(updates::add);
        List<Runnable> tasks = new ArrayList<>();
        WebhookEndpoint queueing = CallHooks.builder()
                .authentication(WebhookAuthentication.none())
                .answeringFirst(tasks::add)
                .build()
                .onCallData(updates::add);

        assertThat(rejecting.handle(Requests.json("", OVER)).status()).isEqualTo(500);
        assertThat(queueing.handle(Requests.json("", OVER)).status()).isEqualTo(200);
        assertThat(updates).isEmpty();
        tasks.forEach(Runnable::run);
        assertThat(updates).hasSize(1);
    }

    @Test
    void givenUselessSettings_whenBuilding_thenNamesThem() {
        assertThatThrownBy(() -> CallHooks.builder().prefix("x".repeat(61))).hasMessageContaining("prefix");
        assertThatThrownBy(() -> CallHooks.builder().remember(Duration.ZERO)).hasMessageContaining("remember");
        assertThatThrownBy(() -> CallHooks.builder().largestPush(0)).hasMessageContaining("largestPush");
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
        return CallHooks.builder()
                .authentication(WebhookAuthentication.none())
                .store(state)
                .build()
                .onCallData(updates::add);
    }
}
