package io.mostik.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.mostik.core.once.FeedListener;
import io.mostik.core.once.FeedPoll;
import java.time.Duration;

/** Meters of feeds. */
record MeteredFeeds(MeterRegistry meters) implements FeedListener {

    @Override
    public void polled(String feed, FeedPoll poll, Duration took) {
        ended(feed, poll.end().name(), took);
        meters.counter("mostik.feed.records", "feed", feed).increment(poll.delivered());
    }

    @Override
    public void failed(String feed, Throwable failure, Duration took) {
        ended(feed, "FAILED", took);
    }

    private void ended(String feed, String end, Duration took) {
        meters.timer("mostik.feed.poll", "feed", feed, "end", end).record(took);
    }
}
