package io.mostik.core.once;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.TransportException;
import io.mostik.core.once.OnceResult.How;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Decides what may be done with a write: who may send it, what has to be read back first, when it is too early. Its states
 * and moves are drawn in {@code docs/once.md}.
 */
final class Engine<P, S, R> {

    /** How often a move is tried again because somebody else changed one of its records at the same time. */
    private static final int MOST_TRIES = 4;

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String RESTORED = "restored";
    private static final String NO_EFFECT = "the job ended without effect";

    private final Kind<P, S, R> kind;
    private final OnceSteps<P, S, R> steps;
    private final WriteContent<P, S, R> content;
    private final StateStore store;
    private final Journal journal;
    private final LeaseWatch watch;
    private final TimeSource time;

    Engine(Kind<P, S, R> kind, OnceSteps<P, S, R> steps, StateStore store, TimeSource time) {
        this.kind = kind;
        this.steps = steps;
        this.content = new WriteContent<>(kind);
        this.store = store;
        this.journal = new Journal(store);
        this.watch = LeaseWatch.of(store, time);
        this.time = time;
    }

    /** Returns the engine of the same kind on another way to the same store. */
    Engine<P, S, R> within(StateStore transaction) {
        return new Engine<>(kind, steps, transaction, time);
    }

    Kind<P, S, R> kind() {
        return kind;
    }

    OnceSteps<P, S, R> steps() {
        return steps;
    }

    WriteContent<P, S, R> content() {
        return content;
    }

    Instant now() {
        return store.now();
    }

    /** Begins a write, or returns what is known of it. */
    Attempt<P, S, R> begin(OnceKey key, P asked, int mostTries) {
        Optional<String> digest = content.digest(asked);
        for (int i = 0; i < MOST_TRIES; i++) {
            Snapshot now = read(key, Optional.of(asked));
            if (now.kept().isPresent() && !content.isSame(now.record(), digest)) {
                throw new KeyReuseException(kind.name(), content.asked(now.record(), key), now.state());
            }
            steps.admit(asked, now.state(), now.sides().fresh());
            Optional<Attempt<P, S, R>> begun = decide(now, asked, mostTries);
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        return Attempt.known(new OnceResult.InProgress<>(now().plus(SOON)));
    }

    /** Begins a write whose record has just been read or written; empty if somebody else has moved it since. */
    Optional<Attempt<P, S, R>> begin(Snapshot now, P asked, int mostTries) {
        return decide(now, asked, mostTries);
    }

    Snapshot read(OnceKey key, Optional<P> asked) {
        List<SideRecord<?>> sides = asked.map(steps::sideRecords).orElse(List.of());
        return journal.read(key, sides);
    }

    /** Returns whether nobody is sending this write, or its sender has not renewed the lease. */
    boolean isAbandoned(Snapshot now) {
        WriteRecord record = now.record();
        return record.state() != WriteState.SENDING || isOver(now, record.lease());
    }

    /** Moves a record; the side records follow where it is known what is asked. */
    Optional<Snapshot> move(Snapshot from, Optional<WriteRecord> next, Optional<P> asked) {
        WriteState to = next.map(WriteRecord::state).orElse(WriteState.NONE);
        WriteRecord shown = next.orElse(from.record());
        Consumer<SideRecords> moved = sides -> asked.ifPresent(content -> steps.moved(
                new Move<>(
                        content,
                        this.content.before(shown, from.key()),
                        from.state(),
                        to,
                        to == WriteState.DONE ? this.content.result(shown, from.key()) : Optional.empty(),
                        shown.duplicated(),
                        shown.at()),
                sides));
        return journal.move(from, next, to == WriteState.DONE ? kind.keep() : Optional.empty(), moved);
    }

    /** Returns what a record tells; empty if there is none. */
    Optional<OnceResult<R>> result(Snapshot now) {
        WriteRecord record = now.record();
        return switch (now.state()) {
            case NONE -> Optional.empty();
            case PLANNED ->
                Optional.of(new OnceResult.InProgress<>(record.next().orElse(record.at())));
            case SENDING -> Optional.of(new OnceResult.InProgress<>(record.at().plus(record.lease())));
            case RUNNING ->
                Optional.of(new OnceResult.Running<>(record.text("handle").orElse("")));
            case UNKNOWN -> Optional.of(new OnceResult.Unknown<>(record.duplicated()));
            case REFUSED -> Optional.of(new OnceResult.Refused<>(record.why()));
            case DONE -> Optional.of(new OnceResult.Done<>(content.result(record, now.key()), record.how()));
        };
    }

    /** Returns the record as done. */
    WriteRecord done(Snapshot from, Optional<R> result, How how) {
        WriteRecord record = content.withResult(from.record(), from.key(), result)
                .with("how", how.name())
                .with("handle", null)
                .with("next", null)
                .with("why", null);
        WriteRecord kept = kind.isContentDropped() ? content.dropped(record) : record;
        return kept.in(WriteState.DONE, now());
    }

    /** Renews the lease of a record that is being sent; empty if it was lost. */
    Optional<Snapshot> renew(Snapshot held) {
        return journal.move(
                held, Optional.of(held.record().in(WriteState.SENDING, now())), Optional.empty(), sides -> {});
    }

    private Optional<Attempt<P, S, R>> decide(Snapshot now, P asked, int mostTries) {
        WriteRecord record = now.record();
        return switch (now.state()) {
            case NONE, PLANNED -> store.isRestored() ? doubt(now, asked, mostTries) : start(now, asked, mostTries);
            case DONE -> known(new OnceResult.Done<>(content.result(record, now.key()), How.EARLIER));
            case REFUSED -> known(new OnceResult.Refused<>(record.why()));
            case RUNNING -> poll(now, asked, mostTries);
            case SENDING ->
                isAbandoned(now)
                        ? recover(now, asked, mostTries)
                        : known(new OnceResult.InProgress<>(record.at().plus(record.lease())));
            case UNKNOWN ->
                record.duplicated() ? known(new OnceResult.Unknown<>(true)) : recover(now, asked, mostTries);
        };
    }

    /** The records of a restored store do not tell whether it was sent: it is noted as if it had been, and read back. */
    private Optional<Attempt<P, S, R>> doubt(Snapshot now, P asked, int mostTries) {
        WriteRecord record = content.withAsked(now.record(), now.key(), asked)
                .in(WriteState.UNKNOWN, now())
                .with("why", RESTORED);
        return move(now, Optional.of(record), Optional.of(asked)).flatMap(noted -> recover(noted, asked, mostTries));
    }

    private Optional<Attempt<P, S, R>> absent(Snapshot now, P asked) {
        return move(now, Optional.empty(), Optional.of(asked)).map(unused -> {
            throw new NotAppliedException(now.key());
        });
    }

    private Optional<Attempt<P, S, R>> start(Snapshot now, P asked, int mostTries) {
        Before<S, R> before = steps.before(asked, now.sides().fresh());
        if (before instanceof Before.NothingToDo<S, R> known) {
            return now.kept().isPresent()
                    ? seen(now, asked, Optional.of(known.result()))
                    : known(new OnceResult.Done<>(Optional.of(known.result()), How.SEEN));
        }
        Optional<S> state = before instanceof Before.State<S, R> kept ? Optional.of(kept.value()) : Optional.empty();
        WriteRecord asking = content.withAsked(now.record(), now.key(), asked);
        return take(now, content.withBefore(asking, now.key(), state), asked, mostTries);
    }

    /** The process that commits this may send, and no other one until the lease is over. */
    private Optional<Attempt<P, S, R>> take(Snapshot now, WriteRecord record, P asked, int mostTries) {
        HeldLease lease = HeldLease.starting(time, kind.lease());
        WriteRecord sending = record.in(WriteState.SENDING, now())
                .with("lease", kind.lease().toMillis())
                .with("tries", record.tries() + 1)
                .with("sender", UUID.randomUUID().toString())
                .with("checks", null)
                .with("next", null);
        return move(now, Optional.of(sending), Optional.of(asked))
                .map(held -> new Attempt<>(this, new Holding<>(this, held, asked, lease, mostTries)));
    }

    /** A write that nobody is sending any more: what the vendor shows decides, and "not there" only after a while. */
    private Optional<Attempt<P, S, R>> recover(Snapshot now, P asked, int mostTries) {
        WriteRecord record = now.record();
        ReadBack<R> shown = ask(() -> steps.readBack(asked, content.before(record, now.key())));
        return switch (shown.verdict()) {
            case APPLIED -> seen(now, asked, shown.result());
            case NOT_APPLIED ->
                isOver(now, settling(record))
                        ? sendAgain(now, asked, mostTries)
                        : known(new OnceResult.InProgress<>(record.at().plus(settling(record))));
            case UNKNOWN -> unknown(now, asked);
        };
    }

    private Optional<Attempt<P, S, R>> sendAgain(Snapshot now, P asked, int mostTries) {
        if (store.isRestored()) {
            return absent(now, asked);
        }
        WriteRecord record = now.record();
        return record.planned() && record.tries() >= mostTries
                ? refused(now, Backoff.dead(record, now()), asked)
                : take(now, record.with("why", null), asked, mostTries);
    }

    private Optional<Attempt<P, S, R>> refused(Snapshot now, WriteRecord next, P asked) {
        return move(now, Optional.of(next), Optional.of(asked))
                .map(unused -> Attempt.known(new OnceResult.Refused<>(next.why())));
    }

    /** What a failed look at the vendor proves about the look says nothing about the write. */
    private static <T> T ask(Supplier<T> look) {
        try {
            return look.get();
        } catch (SdkException e) {
            throw e.outcome() == Outcome.UNKNOWN ? e : unseen(e);
        }
    }

    private static SdkException unseen(SdkException e) {
        FailureInfo look = e.failure();
        FailureInfo failure = new FailureInfo(
                look.operation(),
                Outcome.UNKNOWN,
                look.phase(),
                look.temporary(),
                look.cancelled(),
                look.retryAfter(),
                look.requestId());
        return new TransportException("the outcome of a write could not be read back", failure, e).tried(e.attempts());
    }

    /** How long after its last move a request may still arrive: what was abandoned may have been sent as late as its lease. */
    private Duration settling(WriteRecord record) {
        return record.state() == WriteState.SENDING ? record.lease().plus(kind.settling()) : kind.settling();
    }

    private Optional<Attempt<P, S, R>> seen(Snapshot now, P asked, Optional<R> result) {
        return move(now, Optional.of(done(now, result, How.SEEN)), Optional.of(asked))
                .map(unused -> Attempt.known(new OnceResult.Done<>(result, How.SEEN)));
    }

    private Optional<Attempt<P, S, R>> unknown(Snapshot now, P asked) {
        Attempt<P, S, R> unknown = Attempt.known(new OnceResult.Unknown<>(false));
        if (now.state() == WriteState.UNKNOWN) {
            return Optional.of(unknown);
        }
        return move(now, Optional.of(now.record().in(WriteState.UNKNOWN, now())), Optional.of(asked))
                .map(unused -> unknown);
    }

    private Optional<Attempt<P, S, R>> poll(Snapshot now, P asked, int mostTries) {
        String handle = now.record().text("handle").orElse("");
        ReadBack<R> end = ask(() -> steps.poll(asked, handle));
        return switch (end.verdict()) {
            case APPLIED -> seen(now, asked, end.result());
            case NOT_APPLIED -> withoutEffect(now, asked, mostTries);
            case UNKNOWN -> known(new OnceResult.Running<>(handle));
        };
    }

    /** A job that ended without effect frees the id; a planned one, for which nobody waits, is tried again. */
    private Optional<Attempt<P, S, R>> withoutEffect(Snapshot now, P asked, int mostTries) {
        if (now.record().planned()) {
            WriteRecord ended = now.record().with("handle", null).with("why", NO_EFFECT);
            return refused(now, Backoff.again(ended, now(), mostTries, Duration.ZERO), asked);
        }
        return move(now, Optional.empty(), Optional.of(asked))
                .map(unused -> Attempt.known(new OnceResult.Refused<>(NO_EFFECT)));
    }

    private boolean isOver(Snapshot now, Duration length) {
        WriteRecord record = now.record();
        LeaseWatch.Lent lent = new LeaseWatch.Lent(now.key().record(), now.version(), record.at(), length);
        return watch.isOver(lent, now(), time);
    }

    private static <P, S, R> Optional<Attempt<P, S, R>> known(OnceResult<R> result) {
        return Optional.of(Attempt.known(result));
    }
}
