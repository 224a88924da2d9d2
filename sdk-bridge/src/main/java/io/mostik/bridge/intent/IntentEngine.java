package io.mostik.bridge.intent;

import io.mostik.bridge.Fields;
import io.mostik.bridge.Held;
import io.mostik.bridge.Keep;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.store.Alarms;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Hold;
import io.mostik.bridge.store.PersonIndex;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.text.SortedIds;
import io.mostik.core.once.Once;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What stands behind {@link Intents}; made by the bridge. Thread-safe. */
public final class IntentEngine {

    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final Duration RETENTION = Duration.ofHours(6);
    private static final int LONGEST_SUBJECT = 250;

    private final BridgeDatabase database;
    private final Alarms alarms;
    private final Actions actions;
    private final Journal journal;
    private final Settling settling;
    private final Sweep sweep;
    private final Retention retention;
    private final IntentRunner runner;
    private final Waiters waiters = new Waiters();
    private final ConnectionMarks marks = new ConnectionMarks();
    private final OpenLimits limits = new OpenLimits();
    private final SortedIds ids = new SortedIds();
    private final HeldBases heldBases;
    private volatile boolean isAllInDoubt;
    private volatile Optional<Indexing> indexing = Optional.empty();

    /** Creates the engine of one node. */
    public IntentEngine(
            BridgeDatabase database, Alarms alarms, Actions actions, Decisions decisions, Once once, Keep keep) {
        this.database = database;
        this.alarms = alarms;
        this.actions = actions;
        this.journal = new Journal(alarms, decisions.time(), database.isShared());
        this.sweep = new Sweep(database, alarms);
        this.retention = new Retention(database, journal, decisions, keep);
        this.runner = new IntentRunner(database, journal, actions, marks, waiters);
        this.heldBases = new HeldBases(database, journal, decisions);
        this.settling = new Settling(database, journal, actions, decisions, once);
    }

    /** Returns the journal for callers. */
    public Intents intents() {
        return new Intents(this, Optional.empty());
    }

    /** Begins to carry out. */
    public void start() {
        alarms.every("sweep", SWEEP, () -> {
            int unused = sweep.run();
        });
        alarms.every("retention", RETENTION, retention::run);
        alarms.start(runner::ring);
    }

    /** Returns the connections whose key or certificate a vendor refuses, as this node has seen, with the time since when. */
    public Map<String, Instant> refusedConnections() {
        return marks.all();
    }

    /** Returns how many intents ended or became unknown on this node since its start, by action and state. */
    public Map<String, Map<IntentState, Long>> endedHere() {
        return journal.ends().all();
    }

    /** How persons are found. */
    private record Indexing(PersonIndex index, Function<String, Optional<String>> region) {}

    /**
     * Lets what is accepted be found by the persons it is about.
     *
     * @param region where the national numbers of a connection are from
     */
    public void index(PersonIndex index, Function<String, Optional<String>> region) {
        indexing = Optional.of(new Indexing(index, region));
    }

    /** Says whether each intent that is accepted may have been sent under another id: after a restore, until a release. */
    public void acceptInDoubt(boolean isInDoubt) {
        isAllInDoubt = isInDoubt;
    }

    /**
     * Marks all intents that have not ended to be read back at the vendor before anything is sent for them.
     *
     * @param from since when something may have been sent that the journal does not know
     */
    public void doubt(Connection transaction, Instant from) throws SQLException {
        int many = Doubts.mark(transaction, from, Optional.empty(), journal.now());
        System.getLogger("io.mostik.bridge").log(System.Logger.Level.INFO, "{0} intents are read back first", many);
    }

    /** Returns the bases that know more events than the journal has, so that their intents wait. */
    public List<Held> heldBases() {
        return heldBases.list();
    }

    /** Lets the intents of a base go on, each read back first. */
    public void releaseBase(String base, String who, String reason, Instant from) {
        heldBases.release(base, who, reason, from);
        alarms.lookNow();
    }

    void behind(String base, long after) {
        if (heldBases.behind(base, after)) {
            System.getLogger("io.mostik.bridge")
                    .log(
                            System.Logger.Level.WARNING,
                            "base {0} is held: it has taken over event {1}, which the journal does not have",
                            base,
                            Long.toString(after));
        }
    }

    IntentRunner runner() {
        return runner;
    }

    Sweep sweep() {
        return sweep;
    }

    Retention retention() {
        return retention;
    }

    BridgeDatabase database() {
        return database;
    }

    Alarms alarms() {
        return alarms;
    }

    Waiters waiters() {
        return waiters;
    }

    boolean cancel(String id, Optional<Connection> within) {
        return changed(settling.cancel(id, within)).state() == IntentState.CANCELLED;
    }

    Intent resolve(String id, Resolution resolution) {
        Intent intent = changed(settling.resolve(id, resolution));
        if (!resolution.sendAgain()) {
            journal.ends().settled(intent);
        }
        return intent;
    }

    Intent retry(String id, String who, String reason, Optional<Connection> within) {
        return changed(settling.retry(id, who, reason, within));
    }

    private Intent changed(Intent intent) {
        waiters.changed(intent);
        alarms.lookNow();
        return intent;
    }

    IntentRow newRow(IntentRequest request) {
        Action action = action(request.key());
        Instant now = journal.now();
        Optional<Instant> until =
                request.validUntil().or(() -> action.spec().validFor().map(now::plus));
        Intent intent = new Intent(
                ids.next(now),
                request.key(),
                request.connection(),
                request.fields(),
                IntentState.ACCEPTED,
                NextStep.WAIT,
                Codes.ACCEPTED,
                Fields.none(),
                Optional.empty(),
                subject(action, request),
                0,
                now,
                now,
                until,
                Optional.of(now),
                0,
                1);
        return new IntentRow(
                intent, FieldText.digest(request), action.spec().holdsSubject(), false, Optional.empty(), false, 1);
    }

    /** Writes down how something ended elsewhere: no alarm, no event. */
    boolean takeOver(Connection connection, IntentRequest request, IntentState state, Instant acceptedAt)
            throws SQLException {
        IntentRow row = newRow(request);
        Intent intent = row.intent();
        Intent ended = new Intent(
                intent.id(),
                intent.key(),
                intent.connection(),
                intent.fields(),
                state,
                state == IntentState.UNKNOWN ? NextStep.PERSON : NextStep.NOTHING,
                Codes.TAKEN_OVER,
                intent.results(),
                intent.vendorSays(),
                intent.subject(),
                intent.event(),
                acceptedAt,
                intent.changedAt(),
                intent.validUntil(),
                Optional.empty(),
                intent.tries(),
                intent.version());
        IntentRow written =
                new IntentRow(ended, row.digest(), row.isHolding(), false, Optional.empty(), false, row.alarm());
        return IntentTable.insertion(written, FieldText.of(ended.fields())).run(connection);
    }

    Acceptance accept(Connection connection, IntentRow given, Optional<Instant> dated) throws SQLException {
        IntentRow row = isInDoubt(connection, given, dated) ? Doubts.inDoubt(given) : given;
        if (!write(connection, row)) {
            return earlier(connection, row);
        }
        checkLimits(connection, row.intent());
        if (indexing.isPresent()) {
            Intent intent = row.intent();
            indexing.get().index().add(connection, PersonIndex.INTENT, intent.id(), persons(intent));
        }
        return new Acceptance(row.intent(), false);
    }

    /**
     * Returns whether one statement writes all there is of a new intent: its base is surely below the limit, and it has no
     * subject and nobody to be found by. If so, it is counted in.
     */
    boolean isOneStatement(Intent intent) {
        return database.isShared()
                && intent.subject().isEmpty()
                && persons(intent).isEmpty()
                && limits.isBelow(intent.key().base(), intent.acceptedAt());
    }

    /** Accepts what is {@link #isOneStatement one statement}; it needs no transaction. */
    Acceptance acceptAlone(Connection connection, IntentRow given, Optional<Instant> dated) throws SQLException {
        IntentRow row = isInDoubt(connection, given, dated) ? Doubts.inDoubt(given) : given;
        return write(connection, row) ? new Acceptance(row.intent(), false) : earlier(connection, row);
    }

    private boolean write(Connection connection, IntentRow row) throws SQLException {
        return alarms.setWith(
                connection,
                IntentTable.insertion(row, FieldText.of(row.intent().fields())),
                row.alarmName(row.alarm()),
                row.intent().notBefore().orElseThrow());
    }

    private static Acceptance earlier(Connection connection, IntentRow row) throws SQLException {
        IntentRow first = IntentTable.find(connection, row.intent().key()).orElseThrow();
        if (!first.digest().equals(row.digest())) {
            throw new OtherContentException(first.intent());
        }
        return new Acceptance(
                first.intent(), !first.intent().id().equals(row.intent().id()));
    }

    private Set<String> persons(Intent intent) {
        return indexing.map(known ->
                        PersonIndex.keys(intent.fields().asMap(), known.region().apply(intent.connection())))
                .orElse(Set.of());
    }

    private boolean isInDoubt(Connection connection, IntentRow row, Optional<Instant> dated) throws SQLException {
        if (isAllInDoubt) {
            isAllInDoubt = Hold.find(connection).filter(Held::isRestored).isPresent();
        }
        return isAllInDoubt
                || (dated.isPresent()
                        && Doubts.isOf(connection, row.intent().key().base(), dated.get()));
    }

    /** The caller may commit all the same: what is refused leaves nothing. */
    private void checkLimits(Connection connection, Intent intent) throws SQLException {
        try {
            limits.check(connection, intent.key().base(), intent.acceptedAt());
            if (intent.subject().isPresent()) {
                limits.checkSubject(connection, intent.subject().get());
            }
        } catch (TooManyOpenException e) {
            int unused = Sql.update(connection, "delete from mb_intent where id = ?", intent.id());
            throw e;
        }
    }

    private static Optional<String> subject(Action action, IntentRequest request) {
        Optional<String> subject = action.subject(request.fields());
        if (subject.filter(text -> text.length() > LONGEST_SUBJECT).isPresent()) {
            throw new IllegalArgumentException("the subject must have at most " + LONGEST_SUBJECT + " characters");
        }
        return subject;
    }

    private Action action(IntentKey key) {
        return actions.find(key.action())
                .orElseThrow(() -> new IllegalArgumentException("there is no action " + key.action()));
    }
}
