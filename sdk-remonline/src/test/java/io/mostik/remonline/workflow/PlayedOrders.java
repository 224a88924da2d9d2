package io.mostik.remonline.workflow;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.RateLimit;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.legacy.RemOnlineLegacy;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders of the simulator, 50 on a page. */
final class PlayedOrders implements FeedVendor {

    private final RemOnlineSimulator vendor;
    private final RemOnline remonline;
    private final RemOnlineLegacy legacy;
    private final Reading reader;
    private final List<Long> ids = new ArrayList<>();
    private final Map<String, String> states = new LinkedHashMap<>();

    /** Reads the orders by one of the clients. */
    @FunctionalInterface
    interface Reading {

        FeedReader read(PlayedOrders orders, StateStore store, TimeSource time);
    }

    PlayedOrders(Instant now, Reading reader) {
        this.reader = reader;
        vendor = RemOnlineSimulator.start(0, SimulatedClock.at(now));
        vendor.unlimited();
        remonline = RemOnline.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.v2Uri().toString())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build();
        vendor.tokenLife(Duration.ofDays(10_000)); // the vendor's clock jumps, the client's does not
        legacy = RemOnlineLegacy.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build();
    }

    RemOnline remonline() {
        return remonline;
    }

    RemOnlineLegacy legacy() {
        return legacy;
    }

    @Override
    public FeedReader reader(StateStore store, TimeSource time) {
        return reader.read(this, store, time);
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
        String state = "v" + (1 + Integer.parseInt(states.get(Long.toString(id)).substring(1)));
        vendor.editOrder(id, order -> order.number(state));
        states.put(Long.toString(id), state);
    }

    @Override
    public Map<String, String> states() {
        return states;
    }

    @Override
    public void close() {
        remonline.close();
        legacy.close();
        vendor.close();
    }
}
