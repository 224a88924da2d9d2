package io.mostik.pbx.vcclive.workflow;

import static io.mostik.pbx.vcclive.workflow.VccNode.NORA;
import static io.mostik.pbx.vcclive.workflow.VccNode.PROJECT;
import static io.mostik.pbx.vcclive.workflow.VccNode.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.http.Transport;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.StatusMap;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that sleeps between the store and the vendor, while another node is told of the same. */
class PauseInCallTest {

    private static final String KEY = "nora@example.hu";
    private static final StatusMap STATUSES = new StatusMap(Map.of(12L, "customer"));

    private final ManualTime time = new ManualTime();
    private final ManualTime asleep = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final VccLiveSimulator vendor = VccLiveSimulator.startFrozen();
    private final SdkRuntime otherProcess = SdkRuntime.create();
    private final VccLive vcc = VccNode.client(vendor, time);
    private final List<OnceResult<Long>> others = new ArrayList<>();
    private Optional<VccLive> paused = Optional.empty();

    @AfterEach
    void close() {
        paused.ifPresent(VccLive::close);
        vcc.close();
        otherProcess.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 60})
    void givenShortSleep_whenAnotherIsTold_thenWaitsForIt(int seconds) {
        RecordSync sleeping = workflows(pausing("POST", () -> another(Duration.ofSeconds(seconds), this::add)))
                .records(PROJECT, SUBSCRIBER);

        OnceResult<Long> mine = sleeping.add(KEY, NORA);

        assertThat(others).hasSize(1).allMatch(OnceResult.InProgress.class::isInstance);
        assertThat(mine).isInstanceOf(OnceResult.Done.class);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 60 * 24})
    void givenLongSleep_whenAnotherIsTold_thenNoneIsAddedTwice(int minutes) {
        RecordSync sleeping = workflows(pausing("POST", () -> another(Duration.ofMinutes(minutes), this::add)))
                .records(PROJECT, SUBSCRIBER);

        OnceResult<Long> mine = sleeping.add(KEY, NORA);

        assertThat(others).containsExactly(new OnceResult.Unknown<>(false));
        assertThat(mine)
                .isEqualTo(new OnceResult.Done<>(
                        Optional.of(vendor.records(PROJECT).get(0)), How.SENT));
        assertThat(add()).isEqualTo(new OnceResult.Done<>(mineOf(mine), How.EARLIER));
        assertThat(vendor.records(PROJECT)).hasSize(1);
        assertThat(open()).isEmpty();
    }

    @Test
    void givenPersonWhoSaidNo_whenSleeperWakes_thenTheDoubleIsTold() {
        RecordSync sleeping = workflows(pausing(
                        "POST",
                        () -> another(Duration.ofDays(1), () -> {
                            OnceResult<Long> unused = add();
                            assertThat(people().resolve(KEY, OptionalLong.empty()))
                                    .isTrue();
                            return add();
                        })))
                .records(PROJECT, SUBSCRIBER);

        OnceResult<Long> mine = sleeping.add(KEY, NORA);

        assertThat(others).hasSize(1).allMatch(OnceResult.Done.class::isInstance);
        assertThat(vendor.records(PROJECT)).hasSize(2);
        assertThat(mine).isEqualTo(new OnceResult.Unknown<>(true));
        assertThat(open()).extracting(OpenWrite::duplicated).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 60 * 24})
    void givenLongSleep_whenAnotherSetsStatus_thenTheDoubleIsTold(int minutes) {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        DispositionSync sleeping = workflows(
                        pausing("POST", () -> another(Duration.ofMinutes(minutes), () -> enter(record))))
                .dispositions(PROJECT, 17, STATUSES);

        OnceResult<Long> mine = sleeping.enter("change-1", record, "customer");

        assertThat(others).hasSize(1).allMatch(OnceResult.Done.class::isInstance);
        assertThat(vendor.dispositions(PROJECT, record)).hasSize(2);
        assertThat(mine).isEqualTo(new OnceResult.Unknown<>(true));
        assertThat(enter(record)).isEqualTo(new OnceResult.Unknown<>(true));
        assertThat(open()).extracting(OpenWrite::duplicated).containsExactly(true);
    }

    @Test
    void givenSleepWhileReading_whenAnotherSetsStatus_thenIsSetOnce() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        DispositionSync sleeping = workflows(pausing("GET", () -> another(Duration.ofDays(1), () -> enter(record))))
                .dispositions(PROJECT, 17, STATUSES);

        OnceResult<Long> mine = sleeping.enter("change-1", record, "customer");

        assertThat(others).hasSize(1).allMatch(OnceResult.Done.class::isInstance);
        assertThat(mine).isInstanceOf(OnceResult.Done.class);
        assertThat(vendor.dispositions(PROJECT, record)).hasSize(1);
        assertThat(open()).isEmpty();
    }

    private static Optional<Long> mineOf(OnceResult<Long> mine) {
        return ((OnceResult.Done<Long>) mine).result();
    }

    private void another(Duration sleep, Supplier<OnceResult<Long>> told) {
        time.advance(sleep);
        others.add(told.get());
    }

    private OnceResult<Long> add() {
        return people().add(KEY, NORA);
    }

    private OnceResult<Long> enter(long record) {
        return workflows(vcc).dispositions(PROJECT, 17, STATUSES).enter("change-1", record, "customer");
    }

    private RecordSync people() {
        return workflows(vcc).records(PROJECT, SUBSCRIBER);
    }

    private List<OpenWrite> open() {
        return workflows(vcc).once().pending().toList();
    }

    private VccWorkflows workflows(VccLive client) {
        return VccWorkflows.of(client, store, client.equals(vcc) ? time : asleep);
    }

    /** Returns a client of another process whose thread sleeps once right before its call leaves. */
    private VccLive pausing(String verb, Runnable meanwhile) {
        boolean[] slept = {false};
        UnaryOperator<Transport> around = next -> request -> {
            if (request.method().equals(verb) && !slept[0]) {
                slept[0] = true;
                meanwhile.run();
            }
            return next.send(request);
        };
        VccLive client = VccLive.builder()
                .customer(vendor.customer())
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(asleep).runtime(otherProcess).around(around))
                .build();
        paused = Optional.of(client);
        return client;
    }
}
