package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random faults at random places over calls that must not happen twice. {@code -Dfaults.runs=10000} for the full run,
 * {@code -Dfaults.seed} to repeat one.
 */
@Tag("faults")
@ExtendWith(FaultReport.class)
class CampaignTest {

    private static final int RUNS = Integer.getInteger("faults.runs", 300);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int[] STATUSES = {200, 200, 200, 201, 204, 302, 400, 401, 404, 408, 429, 500, 502, 503, 504};

    private static final Pattern RUN = Pattern.compile("run=(\\d+)");

    private final Random calls = new Random(SEED);
    private final Random faults = new Random(~SEED);
    private final Map<Integer, AtomicInteger> executions = new ConcurrentHashMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void givenRandomFaults_whenOnce_thenNeverTwiceAndNeverAWrongClaim() {
        System.out.println("fault campaign: seed " + SEED + ", " + RUNS + " runs");
        long start = System.nanoTime();
        String[] fates = new String[RUNS];
        try (RawServer server = RawServer.start(this::misbehave)) {
            for (int run = 0; run < RUNS; run++) {
                fates[run] = once(server, run);
            }
        }
        for (int run = 0; run < RUNS; run++) {
            hold(run, fates[run]);
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.out.println("fault campaign: " + seen + " in " + seconds + " s");
        FaultReport.single("campaign", RUNS + " random faults over ONCE calls", "never executed twice; " + seen);
    }

    /** The control: the same server and the JDK's client alone. */
    @Test
    void givenLostAnswer_whenBareJdkClientGets_thenExecutedTwice() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::readRequest)) {
            HttpRequest get = HttpRequest.newBuilder(URI.create(server.uri() + "/dial"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpClient bare =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            try {
                bare.send(get, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                // What counts is what the server saw.
            }

            assertThat(server.requests()).isEqualTo(2);
            FaultReport.single("campaign", "control: bare java.net.http, one GET", "executed twice");
        }
    }

    private String once(RawServer server, int run) {
        Kind kind = calls.nextBoolean() ? Kind.ONCE_GET : Kind.ONCE_POST;
        try (ApiClient client = ApiClient.builder(ClientConfig.builder()
                        .baseUri(server.uri())
                        .runtime(Lab.runtime())
                        .retry(Lab.QUICK)
                        .deadline(Duration.ofMillis(400))
                        .build())
                .authorizer(Canary.authorizer())
                .statusProvesSuccess()
                .build()) {
            client.call(kind.endpoint(JsonType.of(Json.class)))
                    .query("run", run)
                    .send();
            return "SUCCESS";
        } catch (SdkException e) {
            Canary.assertNotIn(e);
            return e.outcome().name();
        }
    }

    /** Compares what the caller was told with what the vendor did; at the end, when no vendor is late any more. */
    private void hold(int run, String fate) {
        int executed = executions.getOrDefault(run, new AtomicInteger()).get();
        String which = "run " + run + " of seed " + SEED + ": " + fate;
        assertThat(executed).as(which).isLessThanOrEqualTo(1);
        if (fate.equals(Outcome.NOT_SENT.name()) || fate.equals(Outcome.REJECTED.name())) {
            assertThat(executed).as(which).isZero();
        }
        if (fate.equals(Outcome.APPLIED.name()) || fate.equals("SUCCESS")) {
            assertThat(executed).as(which).isEqualTo(1);
        }
        seen.merge(fate + " and executed " + executed + " times", 1, Integer::sum);
    }

    private void execute(String head) {
        Matcher run = RUN.matcher(head);
        if (run.find()) {
            executions
                    .computeIfAbsent(Integer.valueOf(run.group(1)), key -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    /** Reads some or all of a request, acts or not, answers some or all, and ends somehow. */
    private void misbehave(RawServer.Connection connection) throws IOException {
        Plan plan = plan();
        for (int i = 0; i < plan.healthyFirst(); i++) {
            String head = connection.readRequest();
            if (head.isEmpty()) {
                return;
            }
            execute(head);
            connection.answer(200, Lab.OWN);
        }
        if (plan.readOnly() >= 0) {
            connection.skip(plan.readOnly());
        } else {
            String head = connection.readRequest();
            if (head.isEmpty()) {
                return;
            }
            if (plan.acts()) {
                execute(head);
            }
            connection.write(plan.answer().substring(0, plan.cut()));
        }
        switch (plan.ending()) {
            case 0 -> connection.reset();
            case 1 -> connection.awaitEnd();
            default -> {}
        }
    }

    /**
     * What happens on one connection.
     *
     * @param healthyFirst so many good answers first, so that the next call meets a reused connection
     * @param readOnly reads so many bytes of the request and no more, or -1 for all
     * @param acts whether the vendor executes what it read
     * @param answer what it would say
     * @param cut how much of that it says
     * @param ending 0 reset, 1 silence, otherwise FIN
     */
    private record Plan(int healthyFirst, int readOnly, boolean acts, String answer, int cut, int ending) {}

    private synchronized Plan plan() {
        int status = STATUSES[faults.nextInt(STATUSES.length)];
        boolean mayAct = status == 408 || status == 302 || status >= 500;
        boolean acts = status < 300 || (mayAct && faults.nextBoolean());
        String body = status == 204 ? "" : Lab.OWN;
        String length = faults.nextBoolean() ? "Content-Length: " + body.length() + "\r\n" : "";
        String answer = "HTTP/1.1 " + status + " X\r\n" + length + "X-Some: thing\r\n\r\n" + body;
        int cut = switch (faults.nextInt(4)) {
            case 0 -> 0;
            case 1 -> answer.length();
            default -> faults.nextInt(answer.length());
        };
        int ending = faults.nextInt(50) == 0 ? 1 : faults.nextInt(3) * 2;
        int readOnly = faults.nextInt(5) == 0 ? faults.nextInt(60) : -1;
        return new Plan(faults.nextInt(4) == 0 ? 1 : 0, readOnly, acts, answer, cut, ending);
    }
}
