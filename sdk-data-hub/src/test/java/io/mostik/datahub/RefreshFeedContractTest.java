package io.mostik.datahub;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.RateLimit;
import io.mostik.core.test.FeedContract;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The feed that a refresh reads, under the key and over the source of a connection. */
class RefreshFeedContractTest extends FeedContract {

    @Override
    protected FeedVendor vendor(Instant now) {
        return new PlayedAccount(now);
    }

    /** The orders of an account as the hub sees them, 50 on a page. */
    private static final class PlayedAccount implements FeedVendor {

        private final RemOnlineSimulator vendor;
        private final HubAccount account;
        private final List<Long> ids = new ArrayList<>();
        private final Map<String, String> states = new LinkedHashMap<>();

        PlayedAccount(Instant now) {
            vendor = RemOnlineSimulator.start(0, SimulatedClock.at(now));
            vendor.unlimited();
            account = RemOnlineConnector.of(this::client).open(Secret.of(vendor.apiKey()));
        }

        private RemOnline client(Secret key) {
            return RemOnline.builder()
                    .apiKey(key)
                    .baseUri(vendor.v2Uri().toString())
                    .http(http -> http.rateLimit(RateLimit.none()))
                    .build();
        }

        @Override
        public FeedReader reader(StateStore store, TimeSource time) {
            ConnectionStore connection = new ConnectionStore(store, time, "remonline", "main");
            return FeedReader.of(
                    connection.<HubOrder>feed(1, account.records().changes(time, unreadable -> {})),
                    order -> order.id() + "=" + order.number().orElseThrow());
        }

        @Override
        public int pageSize() {
            return 50;
        }

        @Override
        public void advance(Duration step) {
            vendor.clock().advance(step);
        }

        @Override
        public void add(Instant at) {
            long id = vendor.seedOrder(seed -> seed.number("v0").createdAt(at).modifiedAt(at));
            ids.add(id);
            states.put(Long.toString(id), "v0");
        }

        @Override
        public void change(int index) {
            long id = ids.get(index);
            String state =
                    "v" + (1 + Integer.parseInt(states.get(Long.toString(id)).substring(1)));
            vendor.editOrder(id, order -> order.number(state));
            states.put(Long.toString(id), state);
        }

        @Override
        public Map<String, String> states() {
            return states;
        }

        @Override
        public void close() {
            account.close();
            vendor.close();
        }
    }
}
