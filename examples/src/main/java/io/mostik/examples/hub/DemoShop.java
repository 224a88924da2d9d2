package io.mostik.examples.hub;

import io.mostik.core.Secret;
import io.mostik.core.http.RateLimit;
import io.mostik.datahub.remonline.RemOnlineConnector;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A repair shop at a simulated RemOnline: each half week orders come in, and others go on. The same each time. */
public final class DemoShop implements AutoCloseable {

    private static final long FIRST_STATUS = 5_100_200;
    private static final int CLOSED = 5;
    private static final int LOST = 6;
    private static final Duration HALF_WEEK = Duration.ofHours(84);

    private final SimulatedClock clock = SimulatedClock.at(Instant.parse("2026-03-02T08:00:00Z"));
    private final RemOnlineSimulator vendor = RemOnlineSimulator.start(0, clock);
    private final Random random = new Random(25);
    private final List<Long> open = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();

    /** Opens the shop. */
    public DemoShop() {
        vendor.unlimited();
        vendor.setup()
                .location(31, "Тверь")
                .location(32, "Москва")
                .employee(7002, "Olga", "K.")
                .employee(7003, "Pavel", "S.");
    }

    /** Returns the connector to the shop. */
    public RemOnlineConnector connector() {
        return RemOnlineConnector.of(key -> RemOnline.builder()
                .apiKey(key)
                .baseUri(vendor.v2Uri().toString())
                .http(http -> http.rateLimit(RateLimit.none()))
                .build());
    }

    /** Returns the API key. */
    public Secret key() {
        return Secret.of(vendor.apiKey());
    }

    /** Lets half weeks pass; after each does something. */
    public void work(int halfWeeks, Runnable afterHalfWeek) {
        for (int half = 0; half < halfWeeks; half++) {
            for (int i = random.nextInt(4); i < 7; i++) {
                come();
            }
            clock.advance(HALF_WEEK);
            for (int i = 0; i < open.size(); i++) {
                goOn(i);
            }
            afterHalfWeek.run();
        }
    }

    private void come() {
        int price = 40 + random.nextInt(240);
        int cost = price * (25 + random.nextInt(60)) / 100;
        long manager = 7001L + random.nextInt(3);
        open.add(vendor.seedOrder(seed -> seed.status(FIRST_STATUS)
                .location(random.nextInt(3) == 0 ? 32 : 31)
                .manager(manager)
                .item(501, "1", price + "0.00", cost + (manager == 7003 ? "2.00" : "0.00"))));
        steps.add(0);
    }

    private void goOn(int place) {
        int step = steps.get(place);
        if (step >= CLOSED || random.nextInt(5) < 2) {
            return;
        }
        int next = random.nextInt(6) == 0 ? LOST : Math.min(CLOSED, step + 1 + random.nextInt(2));
        steps.set(place, next);
        vendor.editOrder(open.get(place), seed -> seed.status(FIRST_STATUS + next));
    }

    @Override
    public void close() {
        vendor.close();
    }
}
