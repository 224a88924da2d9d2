package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.Call;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Download;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random answers, small stacks, interrupts and closes; one rule: within the deadline a call ends in exactly one value
 * or one {@link SdkException} with an outcome, its listener is told once, and the next call is unharmed.
 * {@code -Dfuzz.rounds=10000} for the full run, {@code -Dfuzz.seed} to repeat one.
 */
@Tag("faults")
@ExtendWith(FaultReport.class)
class PipelineFuzzTest {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 80);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int AT_ONCE = 4;
    private static final Duration DEADLINE = Duration.ofMillis(400);

    /** How much later than its deadline a call may return. A round that is late is played again when the others are over. */
    private static final Duration SLACK = Lab.GRACE;

    private static final int MOST_LATE = 3;

    /** After which a call that goes on is lost, not late. */
    private static final Duration LOST = Duration.ofSeconds(20);

    private static final int[] STACKS = {0, 0, 256 * 1024, 512 * 1024};

    private final Map<String, AtomicInteger> seen = new ConcurrentSkipListMap<>();
    private final AtomicLong latestMillis = new AtomicLong();
    private final Queue<Integer> late = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    void givenAnyAnswer_whenCalling_thenOneEndInTime() throws Exception {
        System.out.println("pipeline fuzz: seed " + SEED + ", " + ROUNDS + " rounds");
        Lab.runtime();
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> rounds = IntStream.range(0, ROUNDS)
                    .<Future<?>>mapToObj(round -> workers.submit(() -> {
                        if (isLate(round)) {
                            late.add(round);
                        }
                        return round;
                    }))
                    .toList();
            for (Future<?> round : rounds) {
                Object unusedNumber = round.get();
            }
        } finally {
            workers.shutdownNow();
        }
        String all = seen + "; " + late.size() + " more than " + SLACK.toMillis() + " ms late beside others ("
                + latestMillis + " ms at most), none of them on its own";
        for (int round : late) {
            assertThat(isAlwaysLate(round))
                    .as("round " + round + " of seed " + SEED + " is late again and again")
                    .isFalse();
        }
        System.out.println("pipeline fuzz: " + all);
        FaultReport.single("fuzz", ROUNDS + " random answers, stacks, interrupts and closes", all);
    }

    private boolean isAlwaysLate(int round) throws Exception {
        for (int again = 0; again < MOST_LATE; again++) {
            if (!isLate(round)) {
                return false;
            }
        }
        return true;
    }

    private boolean isLate(int round) throws Exception {
        long millis = new Round(round).play();
        latestMillis.accumulateAndGet(millis, Math::max);
        return millis >= SLACK.toMillis();
    }

    /** One call against one random vendor. */
    private final class Round {

        private final int number;
        private final Random random;
        private final List<CallListener.Finished> told = new CopyOnWriteArrayList<>();
        private final List<Object> ends = new CopyOnWriteArrayList<>();

        Round(int number) {
            this.number = number;
            this.random = new Random(SEED + number);
        }

        /** Returns how many milliseconds after its deadline the call returned. */
        long play() throws Exception {
            FuzzAnswer answer = new FuzzAnswer(SEED + number);
            try (RawServer server = RawServer.start(answer);
                    RawServer healthy = RawServer.start(Lab.HEALTHY);
                    ApiClient client = client(server, DEADLINE);
                    ApiClient next = client(healthy, Lab.AMPLE)) {
                int stack = STACKS[random.nextInt(STACKS.length)];
                Thread caller = new Thread(null, () -> call(client), "fuzz", stack);
                long start = System.nanoTime();
                caller.start();
                disturb(caller, client);
                caller.join(LOST.toMillis());
                long after = (System.nanoTime() - start - DEADLINE.toNanos()) / 1_000_000;

                assertThat(caller.isAlive()).as(name() + " still goes on").isFalse();
                hold(server.requests());
                told.clear();
                next.call(Kind.READ.endpoint(JsonType.of(Json.class))).send();
                return after;
            }
        }

        private void call(ApiClient client) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            boolean file = random.nextInt(6) == 0;
            Path target = folder.resolve("file-" + number);
            try {
                Call<Json> call = client.call(kind.endpoint(JsonType.of(Json.class)));
                ends.add(file ? call.download(Download.to(target)) : call.send());
            } catch (SdkException e) {
                ends.add(e);
            } catch (Throwable other) {
                ends.add(other);
            }
            if (file && ends.get(0) instanceof SdkException) {
                assertNoFile(target);
            }
        }

        private void assertNoFile(Path target) {
            if (Files.exists(target)) {
                ends.add(new AssertionError("a file was left"));
            }
        }

        private void disturb(Thread caller, ApiClient client) throws InterruptedException {
            int what = random.nextInt(8);
            if (what > 1) {
                return;
            }
            caller.join(1 + random.nextInt(60));
            if (what == 0) {
                caller.interrupt();
            } else {
                client.close();
            }
        }

        private void hold(int read) {
            assertThat(ends).as(name()).hasSize(1);
            Object end = ends.get(0);
            if (end instanceof Throwable thrown) {
                assertThat(thrown).as(name()).isInstanceOf(SdkException.class);
            }
            String fate = end instanceof SdkException failure ? failure.outcome() + " " + failure.phase() : "value";
            if (fate.startsWith("NOT_SENT")) {
                assertThat(read)
                        .as(name() + " read by the vendor, though " + end + " " + ((SdkException) end).attempts())
                        .isZero();
            }
            boolean refused =
                    end instanceof SdkException failure && failure.attempts().isEmpty();
            assertThat(told).as(name() + " " + fate + " told").hasSize(refused ? 0 : 1);
            seen.computeIfAbsent(fate, key -> new AtomicInteger()).incrementAndGet();
        }

        private String name() {
            return "round " + number + " of seed " + SEED;
        }

        private ApiClient client(RawServer server, Duration deadline) {
            ClientConfig config = ClientConfig.builder()
                    .baseUri(server.uri())
                    .runtime(Lab.runtime())
                    .retry(Lab.QUICK)
                    .timeout(deadline.dividedBy(2))
                    .deadline(deadline)
                    .listener(new CallListener() {
                        @Override
                        public void onCall(Finished finished) {
                            told.add(finished);
                        }
                    })
                    .build();
            return ApiClient.builder(config)
                    .authorizer(Authorizer.bearer(Secret.of("fuzz-token-" + number)))
                    .build();
        }
    }
}
