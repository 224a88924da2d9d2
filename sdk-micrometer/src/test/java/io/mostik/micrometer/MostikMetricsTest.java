package io.mostik.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedSource;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookMonitor;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MostikMetricsTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MostikMetrics metrics = MostikMetrics.of(meters);
    private final ManualTime time = new ManualTime();

    @Test
    void givenCalls_whenOneFails_thenBothHaveTheSameTagKeys() {
        vendor.answers(200, "{}").answers(404, "{}");

        try (Things things = new Things(vendor, metrics.calls("shop"))) {
            things.get();
            Throwable unused = catchThrowable(things::get);
        }

        assertThat(count("mostik.call", "outcome", "DONE", "error", "none")).isOne();
        assertThat(count("mostik.call", "outcome", "REJECTED", "error", "NotFoundException"))
                .isOne();
        assertThat(meters.find("mostik.call").meters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getKey)
                        .containsExactlyInAnyOrder("client", "operation", "effect", "outcome", "error"));
    }

    @Test
    void givenBusyVendor_whenCalling_thenWaitsAndExchangesAreCounted() {
        vendor.answers(429, "Retry-After", "7", "").answers(200, "{}");

        try (Things things = new Things(vendor, metrics.calls("shop"))) {
            things.get("id-4711");
        }

        assertThat(meters.timer("mostik.wait", "client", "shop", "operation", "things.get", "reason", "RETRY")
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
        assertThat(count("mostik.exchange", "status", "429")).isOne();
        assertThat(count("mostik.exchange", "status", "200")).isOne();
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().toString()).doesNotContain("id-4711", "localhost"));
    }

    @Test
    void givenWebhooks_whenTheyCome_thenResultsAndSilenceAreShown() {
        WebhookMonitor monitor = WebhookMonitor.create(time);
        WebhookReceiver<String> receiver = WebhookReceiver.of(
                        "shop", WebhookAuthentication.basic("u", Secret.of("p")), WebhookRequest::text)
                .listener(metrics.webhooks())
                .listener(monitor);
        metrics.silence("shop", monitor);
        WebhookRequest forged = new WebhookRequest("POST", "", Map.of(), new byte[0]);

        receiver.handle(forged.withHeader("Authorization", "Basic dTpw"), event -> {});
        receiver.handle(forged, event -> {});
        time.advance(Duration.ofMinutes(3));

        assertThat(count("mostik.webhook", "result", "ACCEPTED")).isOne();
        assertThat(count("mostik.webhook", "result", "REFUSED")).isOne();
        assertThat(meters.get("mostik.webhook.silence")
                        .tag("receiver", "shop")
                        .timeGauge()
                        .value(TimeUnit.SECONDS))
                .isEqualTo(180);
    }

    @Test
    void givenFeed_whenPolled_thenRecordsAndEndsAreCounted() {
        Feed<String> feed = Feed.of(StateStore.inMemory(time), time, "shop/orders", new Rows(List.of("a", "b")))
                .listener(metrics.feeds());

        Throwable failure = catchThrowable(() -> feed.poll(row -> {
            throw new IllegalStateException("full");
        }));
        feed.poll(row -> {});

        assertThat(failure).hasMessage("full");
        assertThat(count("mostik.feed.poll", "end", "COMPLETE")).isOne();
        assertThat(count("mostik.feed.poll", "end", "FAILED")).isOne();
        assertThat(count("mostik.feed.records", "feed", "shop/orders")).isEqualTo(2);
    }

    private double count(String name, String... tags) {
        Meter meter = meters.get(name).tags(tags).meter();
        return meter.measure().iterator().next().getValue();
    }

    /** A source of the same rows each time. */
    private record Rows(List<String> rows) implements FeedSource<String> {

        @Override
        public String id(String row) {
            return row;
        }

        @Override
        public Instant changedAt(String row) {
            return Instant.EPOCH;
        }

        @Override
        public Walk<String> from(Instant from) {
            return new Walk<>() {
                private boolean done;

                @Override
                public boolean isDone() {
                    return done;
                }

                @Override
                public List<String> next() {
                    done = true;
                    return rows;
                }

                @Override
                public Instant completeBefore() {
                    return Instant.EPOCH;
                }
            };
        }
    }
}
