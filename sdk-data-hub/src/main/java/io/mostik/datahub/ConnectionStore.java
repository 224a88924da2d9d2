package io.mostik.datahub;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.once.Checkpoint;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedSource;
import io.mostik.core.once.Lease;
import io.mostik.core.once.Records;
import io.mostik.core.once.Versioned;
import io.mostik.datahub.connector.StageMove;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The stored state of one connection, and the progress of its refresh. Never the key. Thread-safe. */
final class ConnectionStore {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_NAME = 60;
    private static final int REVISIONS_A_MILLISECOND = 1_000;

    private final StateStore store;
    private final TimeSource time;
    private final String name;
    private final String prefix;
    private final Records<KeptConnection> connections;
    private final Records<Unsettled> unsettled;
    private final Records<UnreadPage> unread;

    /**
     * Creates the store of a connection.
     *
     * @param vendor the word of the connector
     * @param name of the connection, at most 60 characters without a slash
     */
    ConnectionStore(StateStore store, TimeSource time, String vendor, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("/")) {
            throw new IllegalArgumentException("name must have 1 to " + LONGEST_NAME + " characters and no slash");
        }
        this.store = store;
        this.time = time;
        this.name = name;
        this.prefix = vendor + ".hub.";
        this.connections = Records.of(store, prefix, KeptConnection.class);
        this.unsettled = Records.of(store, prefix + name + "/unsettled/", Unsettled.class);
        this.unread = Records.of(store, prefix + name + "/unread/", UnreadPage.class);
    }

    KeptConnection read() {
        return connections.find(name).map(Versioned::value).orElseGet(KeptConnection::nothing);
    }

    static String text(KeptConnection connection) {
        return new String(JSON.write(connection), StandardCharsets.UTF_8);
    }

    /** Changes what is kept, as it is at that moment: of two nodes none undoes what the other has changed. */
    KeptConnection change(UnaryOperator<KeptConnection> change) {
        return connections
                .update(name, kept -> change.apply(kept.orElseGet(this::anew)))
                .value();
    }

    /** Of a connection that was removed, a refresh may still keep its progress: a new one must not go on with that. */
    private KeptConnection anew() {
        return KeptConnection.nothing()
                .change()
                .revision(store.now().toEpochMilli() * REVISIONS_A_MILLISECOND)
                .build();
    }

    /** Returns the right to refresh; empty while another thread or node has it. */
    Optional<Lease> tryRefresh() {
        return Lease.tryAcquireRenewed(store, time, prefix + name, LEASE);
    }

    /** Returns the feed that a refresh reads; another one for each revision. */
    <T> Feed<T> feed(long revision, FeedSource<T> source) {
        return Feed.of(store, time, feedKey(revision), source).lease(LEASE);
    }

    /** Returns the feed of the vendor's history of stages. */
    Feed<StageMove> moves(long revision, FeedSource<StageMove> source) {
        return Feed.of(store, time, movesKey(revision), source).lease(LEASE);
    }

    private String movesKey(long revision) {
        return prefix + name + "/moves/" + revision;
    }

    private String feedKey(long revision) {
        return prefix + name + "/changes/" + revision;
    }

    /** Returns the orders to be looked at again, those not looked at for longest first. */
    List<Versioned<Unsettled>> unsettled(int atMost) {
        return unsettled.stream("")
                .sorted(Comparator.comparingLong(each -> each.value().lookedAt()))
                .limit(atMost)
                .toList();
    }

    /**
     * Notes that an order has to be looked at again.
     *
     * @param known version of the note that is there
     * @return the version now; empty if somebody else has noted it
     */
    Optional<Long> unsettle(long id, Optional<Long> known) {
        String key = Long.toString(id);
        Unsettled note = new Unsettled(id, store.now().toEpochMilli());
        return known.map(version -> unsettled.write(key, note, version))
                .orElseGet(() -> unsettled.add(key, note))
                .map(Versioned::version);
    }

    /** Notes, over any note that is there, that an order has to be looked at again, before all others. */
    void lookAgain(long id) {
        // Never what is there already: a refresh that is looking at the order must not settle the new note.
        Versioned<Unsettled> unused = unsettled.update(
                Long.toString(id),
                kept -> new Unsettled(
                        id, kept.map(note -> Math.min(note.lookedAt(), 1) - 1).orElse(0L)));
    }

    /** Forgets that an order had to be looked at again. */
    void settle(long id, long version) {
        boolean unused = unsettled.remove(Long.toString(id), version);
    }

    /** Returns pages of changes to be read again, the earliest first. */
    List<Versioned<UnreadPage>> unread(int atMost) {
        return unread.stream("")
                .sorted(Comparator.comparingLong(each -> each.value().from()))
                .limit(atMost)
                .toList();
    }

    /** Notes that a page of changes has to be read again. */
    void unread(long from) {
        Versioned<UnreadPage> unused =
                unread.update(Long.toString(from), kept -> kept.orElseGet(() -> new UnreadPage(from, 0)));
    }

    /** Notes what another try to read a page has left to do. */
    void triedAgain(Versioned<UnreadPage> page, boolean whole) {
        String key = Long.toString(page.value().from());
        Optional<UnreadPage> next = page.value().after(whole);
        if (next.isPresent()) {
            Optional<Versioned<UnreadPage>> unused = unread.write(key, next.get(), page.version());
        } else {
            boolean unused = unread.remove(key, page.version());
        }
    }

    /** Forgets how far a refresh has come; one that is under way goes on under its old revision. */
    void forgetProgress(long revision) {
        Checkpoint.tryOpen(store, time, feedKey(revision), LEASE).ifPresent(Checkpoint::forget);
        Checkpoint.tryOpen(store, time, movesKey(revision), LEASE).ifPresent(Checkpoint::forget);
        unsettled(Integer.MAX_VALUE).forEach(note -> settle(note.value().id(), note.version()));
        unread(Integer.MAX_VALUE).forEach(page -> triedAgain(page, true));
    }

    void forgetAll() {
        Optional<Versioned<KeptConnection>> kept = connections.find(name);
        while (kept.isPresent() && !connections.remove(name, kept.get().version())) {
            kept = connections.find(name);
        }
        kept.ifPresent(last -> forgetProgress(last.value().revision()));
    }
}
