package io.mostik.bridge.intent;

import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.store.Work;
import io.mostik.core.StateStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of intents: accept, look, wait, decide. Obtained from {@link io.mostik.bridge.Bridge#intents}.
 *
 * <p>An intent that was accepted is carried out, whatever crashes: its row and its alarm are one commit. The same key
 * again is answered from the journal, and nothing is sent again.
 *
 * <p>Every method throws {@link StateStoreException} when the database fails; what was asked may have been done then:
 * ask again with the same key. Thread-safe, except for {@link #in}.
 */
public final class Intents {

    private static final Duration LOOK_FOR_OTHERS = Duration.ofMillis(500); // what other nodes change is seen then
    private static final Duration LOOK_ALONE = Duration.ofSeconds(5);
    private static final int MOST_EVENTS = 1_000;

    private final IntentEngine engine;
    private final Optional<Connection> transaction;

    Intents(IntentEngine engine, Optional<Connection> transaction) {
        this.engine = engine;
        this.transaction = transaction;
    }

    /**
     * Returns these intents within a transaction of the caller: what is accepted, taken over, withdrawn or woken is
     * committed with his own rows, or rolled back with them, and is carried out within a second after the commit. Whoever
     * awaits an intent or event sees it within 5 seconds. Nothing is committed or closed here; {@link #resolve} has a
     * transaction of its own and is refused. Not thread-safe, as the connection.
     *
     * @param connection one to the bridge's database, with auto-commit off; of H2 in files one of the bridge's data source
     * @throws IllegalArgumentException if it is in auto-commit
     */
    public Intents in(Connection connection) {
        boolean isAuto = BridgeDatabase.within(connection, "join the transaction", Connection::getAutoCommit);
        if (isAuto) {
            throw new IllegalArgumentException("the connection is in auto-commit");
        }
        return new Intents(engine, Optional.of(connection));
    }

    /**
     * Writes a request down, to be carried out.
     *
     * @return the intent as it is: the first one, if the key came before with the same content
     * @throws OtherContentException if the key came before with other content
     * @throws TooManyOpenException if the base, or the subject, has 1,000 open ones
     * @throws IllegalArgumentException if there is no such action
     */
    public Acceptance accept(IntentRequest request) {
        return accept(request, Optional.empty());
    }

    /**
     * Writes a request down, to be carried out, as {@link #accept(IntentRequest)}. If the journal does not know its key and
     * its document is older than the last release after a restore, it may have been carried out before: it is read back at
     * the vendor first, and what the vendor does not tell needs a person.
     *
     * @param dated when what is asked for came about
     */
    public Acceptance accept(IntentRequest request, Instant dated) {
        return accept(request, Optional.of(dated));
    }

    private Acceptance accept(IntentRequest request, Optional<Instant> dated) {
        IntentRow row = engine.newRow(request);
        Acceptance acceptance = transaction.isPresent() ? accept(row, dated) : acceptSurely(row, dated);
        if (!acceptance.earlier()) {
            engine.alarms().lookNow();
        }
        return acceptance;
    }

    /**
     * Writes down what an earlier program had accepted and how that ended, so that its documents are answered from the
     * journal. Nothing is sent, and no base is told.
     *
     * @param state how it ended, or {@link IntentState#UNKNOWN}
     * @param acceptedAt when the earlier program accepted it
     * @return whether it is new; what is in the journal stays as it is
     * @throws IllegalArgumentException if it has not ended, or there is no such action
     */
    public boolean takeOver(IntentRequest request, IntentState state, Instant acceptedAt) {
        if (!state.isEnd() && state != IntentState.UNKNOWN) {
            throw new IllegalArgumentException("what has not ended is accepted, not taken over");
        }
        return change("take an intent over", connection -> engine.takeOver(connection, request, state, acceptedAt));
    }

    private Acceptance accept(IntentRow row, Optional<Instant> dated) {
        String what = "accept an intent";
        if (transaction.isEmpty() && engine.isOneStatement(row.intent())) {
            return engine.database().statement(what, connection -> engine.acceptAlone(connection, row, dated));
        }
        return change(what, connection -> engine.accept(connection, row, dated));
    }

    /** After a lost answer it may be committed: the second try finds it then, under the same id. */
    private Acceptance acceptSurely(IntentRow row, Optional<Instant> dated) {
        try {
            return accept(row, dated);
        } catch (StateStoreException e) {
            return accept(row, dated);
        }
    }

    /** Returns the intent with an id. */
    public Optional<Intent> find(String id) {
        return read("find an intent", connection -> IntentTable.find(connection, id))
                .map(IntentRow::intent);
    }

    /** Returns the intent with a key. */
    public Optional<Intent> find(IntentKey key) {
        return read("find an intent", connection -> IntentTable.find(connection, key))
                .map(IntentRow::intent);
    }

    /** Returns one page of intents, in the order of acceptance. */
    public List<Intent> list(IntentQuery query) {
        IntentFilter filter = IntentFilter.of(query);
        return read("list intents", connection -> IntentTable.list(connection, filter.where(), filter.values()))
                .stream()
                .map(IntentRow::intent)
                .toList();
    }

    /**
     * Waits until an intent has ended or is unknown, but no longer than asked; an interrupt ends the wait.
     *
     * @return the intent as it is then
     * @throws java.util.NoSuchElementException if there is none with this id
     */
    public Intent await(String id, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try (Waiters.Wait wait = engine.waiters().on(id)) {
                Intent intent = find(id).orElseThrow();
                long left = end - System.nanoTime();
                if (isSettled(intent) || left <= 0 || Thread.currentThread().isInterrupted()) {
                    return intent;
                }
                wait.forChange(shorter(left));
            }
        }
    }

    /**
     * Returns what has ended or become unknown for a base, in the order in which it did. Asking for what comes after a
     * number says that all up to it has been taken over.
     *
     * @param after the number of the last one that was taken over; 0 for all
     * @param limit how many at most, 1 to 1,000
     */
    public List<Intent> events(String base, long after, int limit) {
        if (limit < 1 || limit > MOST_EVENTS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_EVENTS);
        }
        return read("read events", connection -> EventFeed.list(connection, base, after, limit));
    }

    /** Returns the number of a base's last event; 0 if there was none. */
    public long lastEvent(String base) {
        return read("read the last event", connection -> EventFeed.last(connection, base));
    }

    /**
     * Says that a base has taken over an event whose number lies ahead of the journal: the journal was put back from a copy,
     * and the intents of this base wait until a person releases it.
     */
    public void behind(String base, long after) {
        engine.behind(base, after);
    }

    /** Waits until a base has an event after a number, but no longer than asked, and returns the last number. */
    public long awaitEvent(String base, long after, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try (Waiters.Wait wait = engine.waiters().on(eventsOf(base))) {
                long last = lastEvent(base);
                long left = end - System.nanoTime();
                if (last > after || left <= 0 || Thread.currentThread().isInterrupted()) {
                    return last;
                }
                wait.forChange(shorter(left));
            }
        }
    }

    /** Returns the id of this journal: with another one, numbers of events of an earlier journal mean nothing. */
    public String journal() {
        return read(
                        "read its id",
                        connection -> Sql.find(
                                connection,
                                "select journal from mb_schema_version where one = 1",
                                row -> row.getString(1)))
                .orElseThrow();
    }

    /**
     * Withdraws an intent, if nothing was sent.
     *
     * @return whether it is withdrawn now; earlier too
     */
    public boolean cancel(String id) {
        return engine.cancel(id, transaction);
    }

    /**
     * Settles what is unknown, and the record of the write at the vendor. The decision is written down with it.
     *
     * @throws IllegalStateException within a transaction of the caller
     * @throws AlreadySettledException if it is not unknown, or no longer
     */
    public Intent resolve(String id, Resolution resolution) {
        if (transaction.isPresent()) {
            throw new IllegalStateException("what is unknown is settled in a transaction of its own");
        }
        return engine.resolve(id, resolution);
    }

    /**
     * Tries or looks now instead of later; what is being tried at this moment is left to it. The decision is written down.
     *
     * @throws AlreadySettledException if it has ended
     */
    public Intent retry(String id, String who, String reason) {
        return engine.retry(id, who, reason, transaction);
    }

    /** Returns how much there is to do. */
    public IntentCounts counts() {
        return read("count intents", Intents::count);
    }

    /** Returns the unknown intents that hold up others of their subject, the one that does so for longest first. */
    public List<Blocked> blocked() {
        return read("read what is held up", BlockedTable::list);
    }

    /** Returns what waits until an intent of the same subject has ended, in the order of acceptance. */
    public List<Intent> behind(String id, int limit) {
        return read("read what is held up", connection -> BlockedTable.behind(connection, id, limit)).stream()
                .map(IntentRow::intent)
                .toList();
    }

    static String eventsOf(String base) {
        return "events of " + base;
    }

    private static IntentCounts count(Connection connection) throws SQLException {
        Map<IntentState, Long> byState = new EnumMap<>(IntentState.class);
        List<Optional<Instant>> oldest = Sql.list(
                connection,
                "select state, count(*) many, min(accepted_at) oldest from mb_intent where " + IntentTable.NOT_ENDED
                        + " group by state",
                row -> {
                    IntentState state = IntentState.valueOf(row.getString("state"));
                    byState.put(state, row.getLong("many"));
                    return state == IntentState.UNKNOWN ? Optional.empty() : Sql.instant(row, "oldest");
                });
        return new IntentCounts(
                byState, oldest.stream().flatMap(Optional::stream).min(Instant::compareTo));
    }

    private static boolean isSettled(Intent intent) {
        return intent.state().isEnd() || intent.state() == IntentState.UNKNOWN;
    }

    private Duration shorter(long nanos) {
        Duration look = engine.database().isShared() ? LOOK_FOR_OTHERS : LOOK_ALONE;
        return nanos < look.toNanos() ? Duration.ofNanos(nanos) : look;
    }

    private <T> T read(String what, Work<T> work) {
        return transaction.isPresent()
                ? BridgeDatabase.within(transaction.get(), what, work)
                : engine.database().read(what, work);
    }

    private <T> T change(String what, Work<T> work) {
        return transaction.isPresent()
                ? BridgeDatabase.within(transaction.get(), what, work)
                : engine.database().transaction(what, work);
    }
}
