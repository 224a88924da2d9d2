package io.mostik.salesautopilot.workflow;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.Feed;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.core.test.FullFeedContract;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

class RecordFeedContractTest extends FullFeedContract {

    @Override
    protected FeedVendor vendor(Instant now) {
        return new PlayedList(now);
    }

    /** The newsletter list of the simulator, read by chunks of 4. */
    private static final class PlayedList implements FeedVendor {

        private static final DateTimeFormatter LOCAL =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Budapest"));
        private static final int CHUNK = 4;

        private final SalesAutopilotSimulator vendor;
        private final SdkRuntime runtime = SdkRuntime.create();
        private final SalesAutopilot sales;
        private final Map<String, String> states = new LinkedHashMap<>();

        PlayedList(Instant now) {
            vendor = SalesAutopilotSimulator.start(0, SimulatedClock.at(now));
            sales = SalesAutopilot.builder()
                    .keyPair(vendor.username(), Secret.of(vendor.password()))
                    .baseUri(vendor.uri().toString())
                    .http(http -> http.runtime(runtime))
                    .build();
        }

        @Override
        public FeedReader reader(StateStore store, TimeSource time) {
            RecordFeedSettings settings =
                    RecordFeedSettings.builder().chunk(CHUNK).build();
            Feed<ContactRecord> feed = MarketingWorkflows.of(sales, store, time)
                    .newRecords(ListId.of(SalesAutopilotSimulator.NEWSLETTER), "feed", settings);
            return FeedReader.of(feed, row -> row.id().value() + "=new");
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
            long id = vendor.addRecord(
                    SalesAutopilotSimulator.NEWSLETTER,
                    Map.of("email", states.size() + "@example.hu", "subdate", LOCAL.format(at)));
            states.put(Long.toString(id), "new");
        }

        @Override
        public void change(int index) {
            // The vendor tells of new records only.
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
