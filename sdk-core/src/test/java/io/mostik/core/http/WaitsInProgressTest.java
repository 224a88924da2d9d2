package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.Page;
import io.mostik.core.Paged;
import io.mostik.core.Progress;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long work tells how long its calls waited: for their turns and as long as the vendor asks. */
class WaitsInProgressTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final ManualTime time = new ManualTime();
    private final List<Progress> told = new CopyOnWriteArrayList<>();
    private ApiClient client;

    @BeforeEach
    void connect() {
        client = ApiClient.builder(ClientConfig.builder()
                        .baseUri(vendor.uri())
                        .time(time)
                        .rateLimit(RateLimit.per(1, Duration.ofSeconds(10)))
                        .build())
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void givenLimitAndRetryAfter_whenWalking_thenTellsTheWaits(int ahead) {
        vendor.answers(200, "{}").answers(429, "Retry-After", "13", "{}").answers(200, "{}");
        Paged<Integer> things = Paged.numbered(1, page -> {
            client.call(GET).send();
            return page == 2 ? Page.last(List.of(page)) : Page.of(List.of(page), "2");
        });

        try (Async threads = Async.create()) {
            assertThat(things.progress(told::add).prefetch(ahead, threads)).hasSize(2);
        }

        assertWaited(Duration.ofSeconds(10 + 13));
        assertThat(told.get(told.size() - 1)).asString().contains("2 items, ").endsWith(", waited 23 s, ended");
    }

    @Test
    void givenLimit_whenCallingInBulk_thenTellsTheWaits() throws Exception {
        vendor.answers(200, "{}").answers(200, "{}").answers(200, "{}");

        try (Async threads = Async.create()) {
            BatchExecutor batch = BatchExecutor.on(threads).atOnce(1).progress(told::add);
            assertThat(batch.each(List.of(1, 2, 3), item -> client.call(GET).send()))
                    .allMatch(BatchExecutor.Result::succeeded);
        }

        assertWaited(Duration.ofSeconds(20));
    }

    @Test
    void givenRetryAfter_whenDownloading_thenTellsTheWait(@TempDir Path folder) {
        vendor.answers(429, "Retry-After", "13", "{}").answers(200, "Content-Type", "audio/wav", "RIFF");

        Downloaded unused =
                client.call(GET).download(Download.to(folder.resolve("a.wav")).progress(told::add));

        assertWaited(Duration.ofSeconds(13));
    }

    private void assertWaited(Duration expected) {
        Progress last = told.get(told.size() - 1);
        assertThat(last.ended()).isTrue();
        assertThat(last.waited()).isCloseTo(expected, Duration.ofMillis(100));
    }
}
