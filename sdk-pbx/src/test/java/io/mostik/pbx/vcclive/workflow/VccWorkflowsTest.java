package io.mostik.pbx.vcclive.workflow;

import static io.mostik.pbx.vcclive.workflow.VccNode.NORA;
import static io.mostik.pbx.vcclive.workflow.VccNode.PROJECT;
import static io.mostik.pbx.vcclive.workflow.VccNode.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.http.CallOptions;
import io.mostik.core.once.KeyReuseException;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.Done;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.test.ProcessDeath;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.StatusMap;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VccWorkflowsTest {

    private static final String KEY = "nora@example.hu";
    private static final StatusMap STATUSES = new StatusMap(Map.of(12L, "customer", 11L, "lost"));
    private static final String DISPOSITIONS = "/v2/projects/{projectId}/records/{numberId}/dispositions";

    final ManualTime time = new ManualTime();
    final StateStore store = StateStore.inMemory(time);
    final VccLiveSimulator vendor = VccLiveSimulator.startFrozen();
    final VccLive vcc = VccNode.client(vendor, time);
    final RecordSync people = people(store);
    final DispositionSync statuses = statuses(store);

    @AfterEach
    void close() {
        vcc.close();
        vendor.close();
    }

    @Test
    void givenSubscriber_whenToldTwice_thenBecomesOneRecord() {
        OnceResult<Long> first = people.add(KEY, NORA);
        OnceResult<Long> second = people.add(KEY, Map.of("merges.FNAME", "Nóra Kovács"));

        long record = vendor.records(PROJECT).get(0);
        assertThat(first).isEqualTo(new Done<>(Optional.of(record), How.SENT));
        assertThat(second).isEqualTo(new Done<>(Optional.of(record), How.EARLIER));
        assertThat(people.find(KEY)).hasValue(record);
        assertThat(vendor.records(PROJECT)).hasSize(1);
        assertThat(vendor.value(PROJECT, record, "interest")).contains("loan|card");
        assertThat(store.stream("").toList().toString()).doesNotContain("nora", "Nóra", "111");
    }

    @Test
    void givenLostAnswer_whenToldAgain_thenWaitsForAPerson() {
        vendor.faults().actThenDrop();

        TransportException lost = catchThrowableOfType(TransportException.class, () -> people.add(KEY, NORA));
        OnceResult<Long> again = people.add(KEY, NORA);
        boolean resolved =
                people.resolve(KEY, OptionalLong.of(vendor.records(PROJECT).get(0)));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(again).isEqualTo(new OnceResult.Unknown<>(false));
        assertThat(resolved).isTrue();
        assertThat(people.find(KEY)).hasValue(vendor.records(PROJECT).get(0));
        assertThat(people.resolve(KEY, OptionalLong.empty()))
                .as("not open any more")
                .isFalse();
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenResolvedAsAbsent_whenToldAgain_thenSends() {
        vendor.faults().dropBeforeActing();

        catchThrowableOfType(TransportException.class, () -> people.add(KEY, NORA));
        people.resolve(KEY, OptionalLong.empty());

        assertThat(people.add(KEY, NORA)).isInstanceOf(Done.class);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenRefusal_whenToldAgain_thenSendsAgain() {
        vendor.faults().answer(400);

        assertThatThrownBy(() -> people.add(KEY, NORA)).hasMessageContaining("REJECTED");

        assertThat(people.add(KEY, NORA)).isInstanceOf(Done.class);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenRecordBeingAdded_whenAnotherNodeIsTold_thenInProgress() {
        AtomicReference<OnceResult<Long>> other = new AtomicReference<>();
        MortalStore first = MortalStore.over(store).at(Point.after(2), () -> other.set(people.add(KEY, NORA)));

        OnceResult<Long> mine = people(first).add(KEY, NORA);

        assertThat(other.get())
                .isInstanceOfSatisfying(
                        OnceResult.InProgress.class,
                        busy -> assertThat(busy.until())
                                .isAfter(time.now())
                                .isBefore(time.now().plus(Duration.ofMinutes(10))));
        assertThat(mine).isInstanceOf(Done.class);
        assertThat(vendor.records(PROJECT)).hasSize(1);
    }

    @Test
    void givenCrashBeforeSending_whenToldMuchLater_thenAPersonIsAsked() {
        MortalStore dying = MortalStore.over(store).dieAt(Point.after(2));

        assertThatThrownBy(() -> people(dying).add(KEY, NORA)).isInstanceOf(ProcessDeath.class);
        OnceResult<Long> early = people.add(KEY, NORA);
        time.advance(Duration.ofMinutes(10));
        OnceResult<Long> late = people.add(KEY, NORA);

        assertThat(early).isInstanceOf(OnceResult.InProgress.class);
        assertThat(late).isEqualTo(new OnceResult.Unknown<>(false));
        assertThat(Once.over(store, time).pending())
                .singleElement()
                .satisfies(open -> assertThat(open.kind()).isEqualTo("vcclive/record/134"));
    }

    @Test
    void givenIncompleteRecord_whenTold_thenRefusedAndNothingIsSent() {
        OnceResult<Long> refused = people.add(KEY, Map.of("email", KEY));
        OnceResult<Long> changed = people.update(KEY, NORA);

        assertThat(refused).isEqualTo(new OnceResult.Refused<>(SyncRefusal.INCOMPLETE.name()));
        assertThat(changed).isEqualTo(new OnceResult.Refused<>(SyncRefusal.NO_RECORD.name()));
        assertThat(store.stream("")).as("nothing is remembered").isEmpty();
        assertThat(vendor.journal().all()).isEmpty();
    }

    @Test
    void givenKnownSubscriber_whenDataChange_thenRecordChanges() {
        people.add(KEY, NORA);

        OnceResult<Long> changed = people.update(KEY, Map.of("merges.FNAME", "Nóra K.", "merges.CITY", "Győr"));

        long record = vendor.records(PROJECT).get(0);
        assertThat(changed).isEqualTo(new Done<>(Optional.of(record), How.SENT));
        assertThat(vendor.value(PROJECT, record, "city")).contains("Győr");
        assertThat(people.update(KEY, Map.of("merges.CITY", "Győr")))
                .isEqualTo(new OnceResult.Refused<>(SyncRefusal.INCOMPLETE.name()));
    }

    @Test
    void givenVeryLongKey_whenToldTwice_thenOnce() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        String key = "https://crm.example/changes/".repeat(40) + "nora@example.hu";

        people.add(key, NORA);
        people.add(key, NORA);
        statuses.enter(key, record, "customer");
        statuses.enter(key, record, "customer");

        assertThat(vendor.records(PROJECT)).hasSize(2);
        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(12L);
        assertThat(store.stream("").toList().toString()).doesNotContain("nora");
    }

    @Test
    void givenBlankKey_whenTold_thenRefused() {
        assertThatThrownBy(() -> people.add(" ", NORA)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> statuses.enter("", 1, "customer")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenTwoCustomers_whenTheirKeysMeet_thenBothAreAdded() {
        try (VccLiveSimulator other = VccLiveSimulator.startFrozen();
                VccLive branch = VccNode.client(other, "branch", time)) {

            other.credentials("branch", other.token());
            RecordSync others = VccWorkflows.of(branch, store, time).records(PROJECT, SUBSCRIBER);

            OnceResult<Long> first = people.add(KEY, NORA);
            boolean known = others.find(KEY).isPresent();
            OnceResult<Long> second = others.add(KEY, NORA);

            assertThat(known).as("the record of another customer").isFalse();
            assertThat(List.of(first, second))
                    .allSatisfy(added -> assertThat(added)
                            .isInstanceOfSatisfying(
                                    Done.class, done -> assertThat(done.how()).isEqualTo(How.SENT)));
            assertThat(vendor.records(PROJECT)).hasSize(1);
            assertThat(other.records(PROJECT)).hasSize(1);
        }
    }

    @Test
    void givenChangedStatus_whenToldTwice_thenIsSetOnce() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));

        OnceResult<Long> first = statuses.enter("change-1", record, "customer");
        OnceResult<Long> second = statuses.enter("change-1", record, "customer");

        assertThat(first).isEqualTo(new Done<>(Optional.of(record), How.SENT));
        assertThat(second).isEqualTo(new Done<>(Optional.of(record), How.EARLIER));
        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(12L);
    }

    @Test
    void givenKnownKey_whenToldOfAnotherRecord_thenRefused() {
        long seventh = vendor.addRecord(PROJECT, Map.of("name", "x"));
        long eighth = vendor.addRecord(PROJECT, Map.of("name", "y"));
        statuses.enter("order-1", seventh, "customer");

        assertThatThrownBy(() -> statuses.enter("order-1", eighth, "customer")).isInstanceOf(KeyReuseException.class);
        assertThatThrownBy(() -> statuses.enter("order-1", seventh, "lost")).isInstanceOf(KeyReuseException.class);

        assertThat(vendor.dispositions(PROJECT, eighth)).isEmpty();
        assertThat(vendor.dispositions(PROJECT, seventh)).containsExactly(12L);
    }

    @Test
    void givenOtherAgent_whenToldAgain_thenItIsTheSame() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        statuses.enter("change-1", record, "customer");

        OnceResult<Long> again = VccWorkflows.of(vcc, store, time)
                .dispositions(PROJECT, 18, STATUSES)
                .enter("change-1", record, "customer");

        assertThat(again).isInstanceOf(Done.class);
        assertThat(vendor.dispositions(PROJECT, record)).hasSize(1);
    }

    @Test
    void givenStatusOutsideTheMap_whenTold_thenRefused() {
        OnceResult<Long> refused = statuses.enter("change-2", 1, "on holiday");

        assertThat(refused).isEqualTo(new OnceResult.Refused<>(SyncRefusal.UNKNOWN_STATUS.name()));
        assertThat(vendor.journal().all()).isEmpty();
    }

    @Test
    void givenCrashBeforeSending_whenToldLater_thenIsReadBackAndSent() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        MortalStore dying = MortalStore.over(store).dieAt(Point.after(2));

        assertThatThrownBy(() -> statuses(dying).enter("change-1", record, "customer"))
                .isInstanceOf(ProcessDeath.class);
        OnceResult<Long> early = statuses.enter("change-1", record, "customer");
        time.advance(Duration.ofMinutes(10));
        OnceResult<Long> late = statuses.enter("change-1", record, "customer");

        assertThat(early).isInstanceOf(OnceResult.InProgress.class);
        assertThat(late).isEqualTo(new Done<>(Optional.of(record), How.SENT));
        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(12L);
    }

    @Test
    void givenBusyAgent_whenAnswerIsLost_thenAPersonDecides() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        vendor.faults().dropBeforeActing().on("POST", DISPOSITIONS);
        catchThrowableOfType(TransportException.class, () -> statuses.enter("change-1", record, "customer"));
        vcc.records()
                .addDisposition(
                        PROJECT,
                        record,
                        io.mostik.pbx.vcclive.records.NewDisposition.builder()
                                .dispositionId(11)
                                .userId(17)
                                .build());
        time.advance(Duration.ofMinutes(10));

        OnceResult<Long> again = statuses.enter("change-1", record, "customer");
        boolean resolved = statuses.resolve("change-1", Optional.empty());
        OnceResult<Long> sent = statuses.enter("change-1", record, "customer");

        assertThat(again).isEqualTo(new OnceResult.Unknown<>(false));
        assertThat(resolved).isTrue();
        assertThat(sent).isInstanceOf(Done.class);
        assertThat(vendor.dispositions(PROJECT, record)).containsExactly(11L, 12L);
    }

    @Test
    void givenDisposition_whenAYearAndMoreIsOver_thenItIsForgotten() {
        long record = vendor.addRecord(PROJECT, Map.of("name", "x"));
        statuses.enter("change-1", record, "customer");
        people.add(KEY, NORA);

        time.advance(Duration.ofDays(401));

        assertThat(store.stream("once/").map(StateStore.Entry::key))
                .allMatch(key -> key.startsWith("once/vcclive/record/134:"))
                .hasSize(1);
    }

    @Test
    void givenImpatientView_whenAsked_thenLeasesFollowItsDeadline() {
        Duration usual = vcc.longestCall();
        VccLive hasty =
                vcc.with(CallOptions.builder().deadline(Duration.ofSeconds(5)).build());
        AtomicReference<OnceResult<Long>> other = new AtomicReference<>();
        RecordSync brief = VccWorkflows.of(hasty, store, time).records(PROJECT, SUBSCRIBER);
        MortalStore first = MortalStore.over(store).at(Point.after(2), () -> other.set(brief.add(KEY, NORA)));

        VccWorkflows.of(hasty, first, time).records(PROJECT, SUBSCRIBER).add(KEY, NORA);

        Instant until = ((OnceResult.InProgress<Long>) other.get()).until();
        assertThat(hasty.longestCall()).isEqualTo(Duration.ofSeconds(5)).isLessThan(usual);
        assertThat(hasty.with(CallOptions.builder().build()).longestCall())
                .as("other options take the place of the former ones")
                .isEqualTo(usual);
        assertThat(until).isEqualTo(time.now().plusSeconds(65));
    }

    private RecordSync people(StateStore node) {
        return VccWorkflows.of(vcc, node, time).records(PROJECT, SUBSCRIBER);
    }

    private DispositionSync statuses(StateStore node) {
        return VccWorkflows.of(vcc, node, time).dispositions(PROJECT, 17, STATUSES);
    }
}
