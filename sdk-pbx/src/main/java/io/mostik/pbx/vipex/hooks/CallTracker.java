package io.mostik.pbx.vipex.hooks;

import io.mostik.core.StateStore;
import io.mostik.pbx.CallPhase;
import io.mostik.pbx.CallRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the messages of each call into one line, in whatever order and however often they come: a message that says
 * less than what is known already is dropped, so that every order ends with the same. Remembers in a {@link StateStore}
 * a rank and a checksum for each call, and nothing personal. Thread-safe, and over a shared store safe across nodes.
 */
public final class CallTracker {

    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_KEY = 100;

    private final StateStore store;
    private final String prefix;
    private final Duration remember;
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    /**
     * Creates a tracker.
     *
     * @param store where seen calls are kept
     * @param prefix what its keys begin with; another one for each PBX, at most 60 characters
     * @param remember for how long a call is remembered after its last news
     */
    public CallTracker(StateStore store, String prefix, Duration remember) {
        this.store = Objects.requireNonNull(store, "store");
        this.prefix = Objects.requireNonNull(prefix, "prefix");
        this.remember = Objects.requireNonNull(remember, "remember");
    }

    /**
     * Hands a message on if it is news. It is remembered after the handler is done; if that throws, the message is news
     * again when it is repeated.
     *
     * @return whether it was news
     * @throws IllegalStateException if the same call is being handled elsewhere, or for longer than 10 seconds
     */
    public boolean accept(CallRecord call, Consumer<? super CallUpdate> handler) {
        String key = keyOf(call);
        Turn turn = turns.compute(key, (unused, taken) -> new Turn(taken));
        try {
            return inTurn(turn, () -> claimed(key, () -> deliver(key, call, handler)));
        } finally {
            turns.computeIfPresent(key, (unused, taken) -> taken.waiting == 1 ? null : taken.left());
        }
    }

    /** Messages of one call wait for each other; a handler that hangs holds up its own call only. */
    private static boolean inTurn(Turn turn, BooleanSupplier work) {
        try {
            if (!turn.lock.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("the same call is being handled for too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the same call", e);
        }
        try {
            return work.getAsBoolean();
        } finally {
            turn.lock.unlock();
        }
    }

    private boolean claimed(String key, BooleanSupplier work) {
        String claim = key + "#claim";
        if (!store.firstSeen(claim, CLAIM)) {
            throw new IllegalStateException("the same call is being handled by another node");
        }
        long version = store.find(claim).map(StateStore.Entry::version).orElse(StateStore.ABSENT);
        try {
            return work.getAsBoolean();
        } finally {
            store.remove(claim, version);
        }
    }

    private boolean deliver(String key, CallRecord call, Consumer<? super CallUpdate> handler) {
        Optional<StateStore.Entry> known = store.find(key);
        Rank now = Rank.of(call);
        Optional<Rank> before = known.map(entry -> Rank.parse(entry.value()));
        if (before.filter(rank -> !now.isNewsAfter(rank)).isPresent()) {
            return false;
        }
        handler.accept(new CallUpdate(call, now.changeAfter(before)));
        store.replace(
                key,
                now.toString(),
                known.map(StateStore.Entry::version).orElse(StateStore.ABSENT),
                Optional.of(remember));
        return true;
    }

    private String keyOf(CallRecord call) {
        String key = call.key();
        return prefix + (key.length() <= LONGEST_KEY ? key : sha256(key));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** The lock of one call, and how many messages need it. */
    private record Turn(ReentrantLock lock, int waiting) {

        Turn(@Nullable Turn taken) {
            this(taken == null ? new ReentrantLock() : taken.lock, taken == null ? 1 : taken.waiting + 1);
        }

        Turn left() {
            return new Turn(lock, waiting - 1);
        }
    }

    /** How much a message says: how far the call had come, how many fields are known, and a checksum of all of it. */
    private record Rank(CallPhase phase, int fields, String checksum) {

        static Rank of(CallRecord call) {
            long fields = Stream.of(
                            call.answeredAt(),
                            call.endedAt(),
                            call.duration(),
                            call.talkTime(),
                            call.waitTime(),
                            call.outcomeWord(),
                            call.hangupCause(),
                            call.userName(),
                            call.recording())
                    .filter(Optional::isPresent)
                    .count();
            return new Rank(
                    call.phase(),
                    (int) fields + call.legs().size(),
                    sha256(String.valueOf(call.raw().value())));
        }

        static Rank parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Rank(CallPhase.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        }

        boolean isNewsAfter(Rank before) {
            int order = phase.compareTo(before.phase);
            int more = order != 0 ? order : Integer.compare(fields, before.fields);
            return more > 0 || (more == 0 && !checksum.equals(before.checksum));
        }

        CallUpdate.Change changeAfter(Optional<Rank> before) {
            if (phase == CallPhase.ENDED) {
                boolean wasOver =
                        before.filter(rank -> rank.phase == CallPhase.ENDED).isPresent();
                return wasOver ? CallUpdate.Change.CORRECTED : CallUpdate.Change.ENDED;
            }
            return before.isPresent() ? CallUpdate.Change.WENT_ON : CallUpdate.Change.BEGAN;
        }

        @Override
        public String toString() {
            return phase + " " + fields + " " + checksum;
        }
    }
}
