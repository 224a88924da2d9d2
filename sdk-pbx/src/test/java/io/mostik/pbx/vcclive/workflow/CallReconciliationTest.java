package io.mostik.pbx.vcclive.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.statistics.Cdr;
import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.testing.vcclive.VccCall;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallReconciliationTest {

    private static final long PROJECT = 134;

    final ManualTime time = new ManualTime();
    final VccLiveSimulator vendor = VccLiveSimulator.startFrozen();
    final VccLive vcc = VccNode.client(vendor, time);
    final StateStore store = StateStore.inMemory(time);
    final List<String> missed = new ArrayList<>();

    @AfterEach
    void close() {
        vcc.close();
        vendor.close();
    }

    @Test
    void givenLostWebhook_whenRun_thenItsCallIsPassedOnOnce() {
        VccCall told = call();
        VccCall lost = call();
        LocalDate day = LocalDate.ofInstant(vendor.clock().now(), ZoneId.of("Europe/Budapest"));
        vendor.clock().advance(Duration.ofMinutes(10));
        CallReconciliation calls = VccWorkflows.of(vcc, store, time).reconciliation();
        calls.received(CallDisposition.builder().uuid(told.uuid()).build());
        calls.received(CallDisposition.builder().numberId(7).build());

        assertThatIllegalStateException()
                .isThrownBy(() -> calls.run(day, record -> {
                    throw new IllegalStateException("database is down");
                }));
        CallReconciliation.Report first = calls.run(day, this::note);
        CallReconciliation.Report again =
                VccWorkflows.of(vcc, store, time).reconciliation().run(day, this::note);

        assertThat(missed).containsExactly(lost.uuid());
        assertThat(first).isEqualTo(new CallReconciliation.Report(2, 1, false));
        assertThat(again).isEqualTo(new CallReconciliation.Report(2, 0, false));
    }

    @Test
    void givenRunElsewhere_whenRun_thenDoesNothing() {
        call();
        LocalDate day = LocalDate.ofInstant(vendor.clock().now(), ZoneId.of("Europe/Budapest"));
        vendor.clock().advance(Duration.ofMinutes(10));
        List<CallReconciliation.Report> inner = new ArrayList<>();

        VccWorkflows.of(vcc, store, time)
                .reconciliation()
                .run(
                        day,
                        record -> inner.add(VccWorkflows.of(vcc, store, time)
                                .reconciliation()
                                .run(day, this::note)));

        assertThat(inner).containsExactly(new CallReconciliation.Report(0, 0, true));
        assertThat(missed).isEmpty();
    }

    private VccCall call() {
        long record = vendor.addRecord(PROJECT, Map.of("phone1", "36301112233"));
        return vendor.call(PROJECT, record, 17, 12, "");
    }

    private void note(Cdr record) {
        missed.add(record.uuid());
    }
}
