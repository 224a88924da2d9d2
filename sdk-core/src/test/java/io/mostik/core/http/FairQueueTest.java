package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private static final Endpoint<Json> WORK = Endpoint.read("work.do", "GET", "/{who}", Json.class);

    @Test
    void givenOneAtATime_whenOneCallsAgainAndAgain_thenThoseWhoWaitComeInTheirOrder() throws Exception {
        List<String> served = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Transport vendor = request -> {
            String who = request.address().replaceAll(".*/", "");
            if (served.isEmpty()) {
                first.countDown();
                awaitQuietly(go);
            }
            served.add(who);
            return ApiResponse.of(200, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
        try (ApiClient client = ApiClient.builder(ClientConfig.builder()
                        .baseUri("http://127.0.0.1:1")
                        .transport(vendor)
                        .rateLimit(RateLimit.none().withAtOnce(1))
                        .build())
                .build()) {
            Thread greedy = new Thread(() -> {
                for (int i = 0; i < 3; i++) {
                    client.call(WORK).path("who", "greedy").send();
                }
            });
            greedy.start();
            first.await();
            List<Thread> patient = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                Thread thread =
                        new Thread(() -> client.call(WORK).path("who", name).send());
                thread.start();
                while (thread.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                patient.add(thread);
            }

            go.countDown();
            greedy.join();
            for (Thread thread : patient) {
                thread.join();
            }
        }

        assertThat(served).containsExactly("greedy", "a", "b", "greedy", "greedy");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
