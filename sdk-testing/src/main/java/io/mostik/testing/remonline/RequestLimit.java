package io.mostik.testing.remonline;

import io.mostik.testing.Answer;
import io.mostik.testing.Refusal;
import io.mostik.testing.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The rate limit of one key in any second; refused requests do not count. */
final class RequestLimit {

    private final SimulatedClock clock;
    private final Map<String, Deque<Instant>> latest = new HashMap<>();
    private int refusals;
    int perSecond = 3;

    RequestLimit(SimulatedClock clock) {
        this.clock = clock;
    }

    void pass(String key) {
        Instant now = clock.now();
        Deque<Instant> passed = latest.computeIfAbsent(key, each -> new ArrayDeque<>());
        while (!passed.isEmpty()
                && !passed.getFirst().plus(Duration.ofSeconds(1)).isAfter(now)) {
            passed.removeFirst();
        }
        if (passed.size() >= perSecond) {
            refusals++;
            throw new Refusal(Answer.empty(429));
        }
        passed.addLast(now);
    }

    int refusals() {
        return refusals;
    }
}
