package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bridge.Base;
import io.mostik.bridge.Bridge;
import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionResult;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookHttpHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 200 requests of ten bases wait for events, while an eleventh base is served; then each of the ten is told. */
@Timeout(120)
class ManyPollsTest {

    private static final int BASES = 10;
    private static final int OF_EACH = 20;
    private static final int SERVED = 20;
    private static final int WAIT = 25;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenTwoHundredPolls_whenOthersAsk_thenAllAreServed(String database) throws Exception {
        JdbcConnectionPool pool = BridgeStore.named(database).pool();
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<Base> bases =
                IntStream.rangeClosed(0, BASES).mapToObj(ManyPollsTest::base).toList();
        try (Bridge bridge = Bridge.builder(pool)
                .actions(context -> List.of(TestAction.of(call -> ActionResult.done("done"))))
                .build()
                .start()) {
            server.setExecutor(threads);
            server.createContext("/", WebhookHttpHandler.of(Gateway.over(bridge, bases, Optional.empty())));
            server.start();
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            AtomicInteger answered = new AtomicInteger();
            List<CompletableFuture<String>> polls = new ArrayList<>();
            for (int i = 0; i < BASES * OF_EACH; i++) {
                FlatCaller caller = new FlatCaller(uri, key(i % BASES));
                polls.add(http.sendAsync(
                                caller.request("v1/events?after=0&wait=" + WAIT).build(), BodyHandlers.ofString())
                        .thenApply(answer -> {
                            int unused = answered.incrementAndGet();
                            return answer.body();
                        }));
            }
            FlatCaller served = new FlatCaller(uri, key(BASES));
            List<Long> nanos = new ArrayList<>();
            for (int i = 0; i < SERVED; i++) {
                long begin = System.nanoTime();
                assertThat(served.post("v1/actions/test.act", "{'document':'s-" + i + "','wait':0}")
                                .status())
                        .isIn(200, 202);
                nanos.add(System.nanoTime() - begin);
            }
            assertThat(answered.get()).as("nobody was sent away").isZero();

            long begin = System.nanoTime();
            for (int base = 0; base < BASES; base++) {
                assertThat(new FlatCaller(uri, key(base))
                                .post("v1/actions/test.act", "{'document':'p','wait':0}")
                                .status())
                        .isIn(200, 202);
            }
            List<String> bodies = polls.stream().map(CompletableFuture::join).toList();

            assertThat(bodies).allMatch(body -> body.contains("\"count\":1"));
            List<Long> sorted = nanos.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d long polls: others are accepted in %.1f ms (median), %.1f ms (longest); all polls told %.1f"
                            + " ms after the first of ten requests%n",
                    database,
                    polls.size(),
                    sorted.get(SERVED / 2) / 1e6,
                    sorted.get(SERVED - 1) / 1e6,
                    (System.nanoTime() - begin) / 1e6);
        } finally {
            server.stop(0);
            threads.shutdownNow();
            boolean unused = threads.awaitTermination(10, TimeUnit.SECONDS);
            pool.dispose();
        }
    }

    private static Base base(int number) {
        return Base.of("base-" + number, Secret.of(key(number)), "en", ZoneId.of("Europe/Moscow"));
    }

    private static String key(int number) {
        return "key-of-base-" + number + "-0123456789abcdef";
    }
}
