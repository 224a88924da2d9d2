package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Call;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A row for one effect and one deadline: makes the fault, calls, and holds the SDK to all of its promises. */
final class FaultCase {

    private static final int MOST_LATE = 3;

    private final FaultRow row;
    private final Kind kind;
    private final Duration deadline;
    private final Expected expected;
    private final AtomicBoolean healed = new AtomicBoolean();
    private final AtomicInteger healthyFirst = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private Optional<SdkException> failure = Optional.empty();
    private Duration took = Duration.ZERO;

    FaultCase(FaultRow row, Kind kind, Duration deadline) {
        this.row = row;
        this.kind = kind;
        this.deadline = deadline;
        this.expected = row.expected.get(kind);
    }

    /** Is late for good only if it is late again and again: the machine, too, is slow at times. */
    void check() throws Exception {
        for (int again = 1; again <= MOST_LATE && isLate(tryOnce()); again++) {
            healed.set(false);
            failure = Optional.empty();
        }
        assertThat(took).isLessThan(deadline.plus(Lab.GRACE));
    }

    private boolean isLate(Duration time) {
        return time.compareTo(deadline.plus(Lab.GRACE)) >= 0;
    }

    private Duration tryOnce() throws Exception {
        healthyFirst.set(row.warm ? 1 : 0);
        try (FaultServers.Place place = row.servers.start(this::talk);
                ApiClient client = client(place)) {
            if (row.warm) {
                own(client);
            }
            int before = place.server().requests();
            long start = System.nanoTime();
            call(client);
            took = Duration.ofNanos(System.nanoTime() - start);
            Observed observed = new Observed(
                    failure.map(e -> Expected.Seen.valueOf(e.outcome().name())).orElse(Expected.Seen.SUCCESS),
                    failure.map(SdkException::phase),
                    tries.get(),
                    place.server().requests() - before,
                    took,
                    deadline);
            FaultReport.cell(row.id, row.fault, kind, observed);

            hold(observed);
            if (row.nextCall) {
                healed.set(true);
                own(client);
            }
            return took;
        }
    }

    private void talk(RawServer.Connection connection) throws java.io.IOException {
        if (healed.get()) {
            Lab.HEALTHY.talk(connection);
            return;
        }
        if (healthyFirst.getAndDecrement() > 0) {
            connection.readRequest();
            connection.answer(200, Lab.OWN);
        }
        row.script.talk(connection);
    }

    private void call(ApiClient client) {
        Call<?> call = client.call(row.endpoint(kind)).hiding(Canary.PROXY);
        if (kind.hasBody()) {
            call.body("application/json", row.body);
        }
        try {
            call.send();
        } catch (SdkException e) {
            failure = Optional.of(e);
        }
    }

    private void hold(Observed observed) {
        assertThat(expected.seen()).as(observed.cell() + " " + failure).contains(observed.seen());
        assertThat(observed.tries()).as("tries").isBetween(1, expected.tries());
        assertThat(observed.read()).as("read as a whole").isLessThanOrEqualTo(expected.read());
        if (expected.exact() && !row.timed) {
            assertThat(observed.tries()).as("tries").isEqualTo(expected.tries());
            assertThat(observed.read()).as("read as a whole").isEqualTo(expected.read());
        }
        if (kind.once() && !row.refuses) {
            assertThat(observed.read()).as("executed").isLessThanOrEqualTo(1);
        }
        failure.ifPresent(this::holdFailure);
    }

    private void holdFailure(SdkException thrown) {
        Canary.assertNotIn(thrown);
        assertThat(thrown.attempts()).hasSize(tries.get());
        assertThat(thrown.operation()).isEqualTo("things.call");
        for (Phase phase : row.phase.stream().toList()) {
            assertThat(thrown.phase()).as(thrown.getMessage()).isEqualTo(phase);
        }
        for (String word : row.words) {
            assertThat(thrown).hasMessageContaining(word);
        }
    }

    /** A call that must go well and get the answer that is meant for it. */
    private static void own(ApiClient client) {
        Json answer = client.call(Kind.READ.endpoint(JsonType.of(Json.class))).send();

        assertThat(answer.get("own").text()).contains("true");
    }

    private ApiClient client(FaultServers.Place place) {
        ClientConfig.Builder config = ClientConfig.builder()
                .baseUri(place.uri())
                .deadline(deadline)
                .retry(Lab.QUICK)
                .runtime(Lab.runtime())
                .listener(new CallListener() {
                    @Override
                    public void onCall(Finished finished) {
                        tries.set(finished.attempts());
                    }
                });
        place.settings().accept(config);
        row.settings.accept(config);
        ApiClient.Builder client = ApiClient.builder(config.build()).authorizer(Canary.authorizer());
        row.dialect.accept(client);
        return client.build();
    }

    @Override
    public String toString() {
        return row.id + " " + row.fault + ", " + kind + (row.timed ? " in " + deadline.toMillis() + " ms" : "");
    }
}
