package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model check of the admission gate in virtual time: random limits, callers, connections, stalls and refusals, and one
 * rule: no window of the period holds more departures than the limit, neither of the credential nor of the endpoint, and
 * nothing leaves while the vendor asked to be left alone.
 */
class AdmissionModelTest {

    private static final int CALLS = 80;
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    static List<Long> seeds() {
        return new Random(20261129)
                .longs(Integer.getInteger("admission.rounds", 8))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givenRandomSchedule_whenManyCall_thenNoWindowExceedsALimit(long seed) throws Exception {
        Schedule schedule = new Schedule(seed);

        List<Leaving> left = schedule.run();

        assertThat(left).as("seed " + seed + " " + schedule).hasSizeGreaterThanOrEqualTo(CALLS / 2);
        assertWindows(left, schedule.ofCredential, "seed " + seed + " credential " + schedule);
        for (int endpoint = 0; endpoint < schedule.endpoints.size(); endpoint++) {
            String operation = schedule.endpoints.get(endpoint).operation();
            List<Leaving> own = left.stream()
                    .filter(one -> one.operation().equals(operation))
                    .toList();
            assertWindows(own, schedule.endpoints.get(endpoint).limit(), "seed " + seed + " endpoint " + schedule);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givenRefusalWithAPause_whenOthersCall_thenAllOfThemWait(long seed) throws Exception {
        Schedule schedule = new Schedule(seed);
        schedule.refusals = true;

        List<Leaving> left = schedule.run();

        for (Leaving refused : left) {
            for (Leaving other : left) {
                boolean heldBack = refused.told() > 0
                        && other.at() > refused.told() + Schedule.CONNECTING.toNanos()
                        && other.at() < refused.told() + Schedule.PAUSE.toNanos();
                assertThat(heldBack).as("seed " + seed).isFalse();
            }
        }
    }

    private static void assertWindows(List<Leaving> left, RateLimit limit, String description) {
        if (limit.calls() == 0) {
            return;
        }
        List<Long> at = left.stream().map(Leaving::at).sorted().toList();
        for (int i = limit.calls(); i < at.size(); i++) {
            assertThat(at.get(i) - at.get(i - limit.calls()))
                    .as(description)
                    .isGreaterThanOrEqualTo(limit.period().toNanos());
        }
    }

    /** A request that left: which, when, and when its caller was told to wait, if it was. */
    private record Leaving(String operation, long at, long told) {}

    /** One random world. */
    private static final class Schedule implements Transport {

        static final Duration PAUSE = Duration.ofSeconds(2);

        /** What was admitted before the refusal came may still be connecting. */
        static final Duration CONNECTING = Duration.ofMillis(60);

        private final CrowdTime time = new CrowdTime();
        private final List<Leaving> left = new ArrayList<>();
        private final Random random;
        private final RateLimit ofCredential;
        private final List<Endpoint<Json>> endpoints = new ArrayList<>();
        private final int callers;
        private final int connections;
        private final long stallFrom;
        private final long stallFor;
        private boolean refusals;
        private long nextRefusal = 1_000_000_000L;

        Schedule(long seed) {
            random = new Random(seed);
            ofCredential = limit();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                Endpoint<Json> endpoint = Endpoint.read("things." + i, "GET", "/things/" + i, Json.class);
                endpoints.add(random.nextBoolean() ? endpoint : endpoint.limit(limit()));
            }
            callers = 1 + random.nextInt(12);
            connections = 1 + random.nextInt(8);
            stallFrom = random.nextInt(3_000) * 1_000_000L;
            stallFor = random.nextInt(6_000) * 1_000_000L;
        }

        private RateLimit limit() {
            RateLimit limit = RateLimit.per(3 + random.nextInt(20), Duration.ofMillis(500 + random.nextInt(1_500)));
            return random.nextBoolean() ? limit : limit.withBurst(1 + random.nextInt(limit.calls()));
        }

        List<Leaving> run() throws InterruptedException {
            ClientConfig config = ClientConfig.builder()
                    .baseUri("http://localhost")
                    .time(time)
                    .deadline(Duration.ofMinutes(10))
                    .build();
            SharedLimits shared = new SharedLimits();
            AdmissionGate.Limits limits = new AdmissionGate.Limits(
                    (scope, limit) -> shared.governor("localhost", "me", scope, limit, time),
                    ofCredential,
                    RateGate.open(),
                    java.util.Optional.of(new CrowdPermits(time, connections)),
                    Duration.ofMinutes(1));
            AdmissionGate gate = new AdmissionGate(this, limits, new ListenerNotifier(CallListener.none()), time);
            AtomicInteger calls = new AtomicInteger(CALLS);
            Duration unusedTime = time.run(callers, () -> {
                while (calls.getAndDecrement() > 0) {
                    call(gate, config);
                }
            });
            return List.copyOf(left);
        }

        private void call(AdmissionGate gate, ClientConfig config) {
            Endpoint<Json> endpoint = endpoints.get(random.nextInt(endpoints.size()));
            CallPlan plan = TestRequest.plan(endpoint, Deadline.after(config.deadline(), time));
            try {
                ApiResponse unusedAnswer = gate.send(ApiRequest.of(plan, "GET", "http://localhost/things", List.of()));
            } catch (SdkException e) {
                assertThat(e).hasMessageContaining("rate limit");
            }
        }

        /** Connects, lets the first byte leave, and answers after a while: a long one during the stall. */
        @Override
        public ApiResponse send(ApiRequest request) {
            pause(random.nextInt(4) == 0 ? random.nextInt((int) CONNECTING.toMillis()) : 0);
            request.leaves();
            long at = time.nanoTime();
            boolean stalled = at >= stallFrom && at < stallFrom + stallFor;
            pause(stalled ? (stallFrom + stallFor - at) / 1_000_000 : 5 + random.nextInt(100));
            boolean refused = refusals && time.nanoTime() > nextRefusal;
            if (refused) {
                nextRefusal = time.nanoTime() + 5_000_000_000L;
            }
            left.add(new Leaving(request.operation(), at, refused ? time.nanoTime() : 0));
            return refused ? Answers.tooMany(PAUSE) : ApiResponse.of(200, NOTHING);
        }

        private void pause(long millis) {
            try {
                time.sleep(Duration.ofMillis(millis));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return ofCredential + " " + endpoints.stream().map(Endpoint::limit).toList() + " callers " + callers
                    + " connections " + connections + " stall " + stallFor / 1_000_000 + " ms";
        }
    }

    /** Connections in virtual time: whoever waits for one looks every few milliseconds. */
    private static final class CrowdPermits implements Permits {

        private final TimeSource time;
        private int free;

        CrowdPermits(TimeSource time, int free) {
            this.time = time;
            this.free = free;
        }

        @Override
        public boolean acquire(long nanos) throws InterruptedException {
            long end = time.nanoTime() + nanos;
            while (free == 0) {
                if (time.nanoTime() >= end) {
                    return false;
                }
                time.sleep(Duration.ofMillis(7));
            }
            free--;
            return true;
        }

        @Override
        public void release() {
            free++;
        }
    }
}
