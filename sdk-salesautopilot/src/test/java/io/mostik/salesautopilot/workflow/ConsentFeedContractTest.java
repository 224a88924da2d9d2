package io.mostik.salesautopilot.workflow;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.Feed;
import io.mostik.core.test.FeedContract;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.v2.SubscriberEvent;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

class ConsentFeedContractTest extends FeedContract {

    @Override
    protected FeedVendor vendor(Instant now) {
        return new PlayedEvents(now);
    }

    /** The events of the newsletter list, on pages of 4. */
    private static final class PlayedEvents implements FeedVendor {

        private static final DateTimeFormatter LOCAL =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Budapest"));
        private static final int CHUNK = 4;

        private final SalesAutopilotSimulator vendor;
        private final SdkRuntime runtime = SdkRuntime.create();
        private final SalesAutopilot sales;
        private final Map<String, String> states = new LinkedHashMap<>();

        PlayedEvents(Instant now) {
            vendor = SalesAutopilotSimulator.start(0, SimulatedClock.at(now));
            sales = SalesAutopilot.builder()
                    .keyPair(vendor.username(), Secret.of(vendor.password()))
                    .baseUri(vendor.uri().toString())
                    .http(http -> http.runtime(runtime))
                    .build();
            vendor.eventsPerPage(CHUNK);
            vendor.tokensLast(Duration.ofDays(10_000)); // the vendor's clock jumps, the client's does not
        }

        @Override
        public FeedReader reader(StateStore store, TimeSource time) {
            ListId list = ListId.of(SalesAutopilotSimulator.NEWSLETTER);
            ConsentFeed source = new ConsentFeed(sales.v2(), list, ZoneId.of("Europe/Budapest"), CHUNK);
            Feed<SubscriberEvent> feed = Feed.of(store, time, "feed", source).overlap(Duration.ofMinutes(65));
            return FeedReader.of(feed, row -> row.id() + "=left");
        }

        @Override
        public int pageSize() {
            return CHUNK;
        }

        @Override
        public void advance(Duration step) {
            vendor.clock().advance(step);
        }

        @Override
        public void add(Instant at) {
            String id = vendor.addEvent(
                    SalesAutopilotSimulator.NEWSLETTER, states.size() + "@example.hu", "unsubscribe", LOCAL.format(at));
            states.put(id, "left");
        }

        @Override
        public void change(int index) {
            // An event happens once.
        }

        @Override
        public Map<String, String> states() {
            return states;
        }

        @Override
        public void close() {
            sales.close();
            runtime.close();
            vendor.close();
        }
    }
}
