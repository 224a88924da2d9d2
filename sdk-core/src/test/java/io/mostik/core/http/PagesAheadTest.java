package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Async;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reading ahead goes through the same limits as every other call. */
class PagesAheadTest {

    private static final Endpoint<Json> LIST = Endpoint.read("things.list", "GET", "/things", Json.class);
    private static final int PAGES = 30;

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void givenOneCallAtATime_whenReadingAhead_thenNoTwoAreUnderWay() {
        try (ApiClient client = client(RateLimit.none().withAtOnce(1))) {
            List<Integer> items = things(client).prefetch(4).toList();

            assertThat(items).hasSize(PAGES).isSorted();
        }
        assertThat(most).hasValue(1);
        assertThat(calls).hasValue(PAGES);
    }

    @Test
    void givenRateLimit_whenReadingAhead_thenPagesTakeTheirTurns() {
        CrowdTime time = new CrowdTime();
        ClientConfig config = config(RateLimit.perSecond(10)).time(time).build();
        try (ApiClient client = ApiClient.builder(config).build()) {
            Duration took = run(time, client);

            assertThat(took).isEqualTo(Duration.ofMillis(100L * (PAGES - 1)));
        }
    }

    private static Duration run(CrowdTime time, ApiClient client) {
        try {
            return time.run(
                    1,
                    () -> assertThat(things(client).prefetch(3, Async.on(Runnable::run)))
                            .hasSize(PAGES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Paged<Integer> things(ApiClient client) {
        return Paged.numbered(1, n -> {
            client.call(LIST).send();
            Page<Integer> page = n == PAGES ? Page.last(List.of(n)) : Page.of(List.of(n), Integer.toString(n + 1));
            return page.withTotal(PAGES);
        });
    }

    private ApiClient client(RateLimit limit) {
        return ApiClient.builder(config(limit).build()).build();
    }

    private ClientConfig.Builder config(RateLimit limit) {
        ClientConfig.Builder config = ClientConfig.builder();
        config.baseUri("http://localhost").rateLimit(limit).transport(this::answer);
        return config;
    }

    private ApiResponse answer(ApiRequest request) {
        calls.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        Thread.yield();
        now.decrementAndGet();
        return ApiResponse.of(200, "{}".getBytes(StandardCharsets.UTF_8));
    }
}
