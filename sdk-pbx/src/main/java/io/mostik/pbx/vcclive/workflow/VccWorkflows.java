package io.mostik.pbx.vcclive.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceWrites;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.links.FieldMapping;
import io.mostik.pbx.vcclive.links.StatusMap;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The front door to what makes records and dispositions of VCC Live out of what happens in other systems, once each.
 *
 * <pre>{@code
 * VccWorkflows workflows = VccWorkflows.of(vcc, JdbcStateStore.create(dataSource));
 * RecordSync people = workflows.records(134, FieldMapping.of(FieldRule.phone("phone", "phone1").asRequired()));
 * OnceResult<Long> record = people.add("subscriber-7", Map.of("phone", "+36 30 111 2233"));
 * }</pre>
 *
 * <p>Make one for each client. Keys are stored as digests only, together with the customer and the project, so several
 * customers can share a store. Leases follow the longest call of the client, its {@code CallOptions} included.
 * Thread-safe, on several nodes with one store too.
 */
public final class VccWorkflows {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_LEASE = Duration.ofDays(1);
    private static final Duration KEEP_DISPOSITIONS = Duration.ofDays(400);
    private static final int CALLS_OF_A_DISPOSITION = 2;

    private final VccLive vcc;
    private final Once once;
    private final StateStore store;
    private final TimeSource time;
    private final Map<Long, OnceWrites<RecordSteps.Entry, Void, Long>> records = new ConcurrentHashMap<>();
    private final Map<Long, OnceWrites<DispositionSteps.Entry, Integer, Long>> dispositions = new ConcurrentHashMap<>();

    private VccWorkflows(VccLive vcc, StateStore store, TimeSource time) {
        this.vcc = Objects.requireNonNull(vcc, "vcc");
        this.once = Once.over(store, time);
        this.store = store;
        this.time = time;
    }

    /**
     * Returns the workflows.
     *
     * @param store where they remember; shared by all nodes of the application
     */
    public static VccWorkflows of(VccLive vcc, StateStore store) {
        return of(vcc, store, TimeSource.system());
    }

    /** Returns the workflows, with the clock by which this process counts its own leases. */
    public static VccWorkflows of(VccLive vcc, StateStore store, TimeSource time) {
        return new VccWorkflows(vcc, store, time);
    }

    /**
     * Returns what adds records to a project.
     *
     * @param mapping which field goes where
     */
    public RecordSync records(long projectId, FieldMapping mapping) {
        OnceWrites<RecordSteps.Entry, Void, Long> writes = records.computeIfAbsent(projectId, this::recordWrites);
        return new RecordSync(vcc, projectId, mapping, writes);
    }

    /**
     * Returns what sets dispositions on the records of a project.
     *
     * @param userId the agent they are booked to
     * @param statuses which status of the other system is which disposition
     */
    public DispositionSync dispositions(long projectId, long userId, StatusMap statuses) {
        OnceWrites<DispositionSteps.Entry, Integer, Long> writes =
                dispositions.computeIfAbsent(projectId, this::dispositionWrites);
        return new DispositionSync(vcc.customer(), new DispositionSync.Target(projectId, userId), statuses, writes);
    }

    /**
     * Returns what calls who joins an audience, and nobody who has left it.
     *
     * @param people what adds them, of {@link #records}
     * @param closing what closes the record of somebody who leaves, of {@link #dispositions} for the same project
     * @param closedStatus the status of {@code closing} whose disposition ends all calls to a record
     */
    public AudienceSync audience(RecordSync people, DispositionSync closing, String closedStatus) {
        String scope = vcc.customer() + "/" + people.projectId();
        return new AudienceSync(store, scope, new AudienceSync.Targets(people, closing, closedStatus));
    }

    /** Returns what finds the calls that no webhook told of. */
    public CallReconciliation reconciliation() {
        return new CallReconciliation(vcc, store, time);
    }

    /**
     * Returns the engine beneath. Its {@code pending()} lists everything that is open, such as a record whose answer was
     * lost; its {@code resolve} notes what a person has found out, of projects that were asked for here.
     */
    public Once once() {
        return once;
    }

    private OnceWrites<RecordSteps.Entry, Void, Long> recordWrites(long projectId) {
        Kind.Builder<RecordSteps.Entry, Void, Long> kind =
                Kind.builder("vcclive/record/" + projectId, RecordSteps.Entry.class, Void.class, Long.class);
        // The same person may be told again in other words.
        return once.writes(
                timed(kind, 1).content(ContentPolicy.IGNORED).build(), new RecordSteps(vcc.records(), projectId));
    }

    private OnceWrites<DispositionSteps.Entry, Integer, Long> dispositionWrites(long projectId) {
        Kind.Builder<DispositionSteps.Entry, Integer, Long> kind = Kind.builder(
                "vcclive/disposition/" + projectId, DispositionSteps.Entry.class, Integer.class, Long.class);
        return once.writes(
                timed(kind, CALLS_OF_A_DISPOSITION)
                        .content(ContentPolicy.DIGESTED)
                        .keep(KEEP_DISPOSITIONS)
                        .build(),
                new DispositionSteps(vcc, projectId));
    }

    private <P, S, R> Kind.Builder<P, S, R> timed(Kind.Builder<P, S, R> kind, int calls) {
        Duration call = vcc.longestCall();
        Duration lease = call.multipliedBy(calls).plus(MARGIN);
        return kind.ids(IdPolicy.PERSONAL)
                .lease(lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE)
                .settling(call.plus(MARGIN));
    }

    @Override
    public String toString() {
        return "VccWorkflows[" + vcc.customer() + "]";
    }
}
