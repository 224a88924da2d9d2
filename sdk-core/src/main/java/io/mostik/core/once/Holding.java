package io.mostik.core.once;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.once.OnceResult.How;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The holder's side of a write: sends it while the lease lasts, and writes down the result, but only over the version
 * that is his. Thread-safe.
 */
final class Holding<P, S, R> {

    /** The vendor has acted by now: side records that others change at the same time must not keep it from being noted. */
    private static final int MOST_TRIES = 100;

    private final Engine<P, S, R> engine;
    private final P asked;
    private final HeldLease lease;
    private final int mostTries;
    private Snapshot held;
    private boolean sent;
    private boolean ended;

    Holding(Engine<P, S, R> engine, Snapshot held, P asked, HeldLease lease, int mostTries) {
        this.engine = engine;
        this.held = held;
        this.asked = asked;
        this.lease = lease;
        this.mostTries = mostTries;
    }

    HeldLease lease() {
        return lease;
    }

    OnceResult<R> send() {
        if (!lease.isHeld()) {
            return new OnceResult.InProgress<>(engine.now());
        }
        markSent();
        Optional<Future<?>> renewal = engine.kind().isRenewed()
                ? Optional.of(Heartbeat.every(lease.length(), this::renew))
                : Optional.empty();
        Sent<R> answer;
        try {
            answer = engine.steps().send(asked, engine.content().before(held().record(), held().key()));
        } catch (RuntimeException e) {
            return failedHere(e);
        } finally {
            renewal.ifPresent(future -> future.cancel(false));
        }
        return done(answer);
    }

    OnceResult<R> done(Sent<R> answer) {
        if (answer instanceof Sent.Started<R> started) {
            return end(from -> running(from, started.handle()), new OnceResult.Running<>(started.handle()));
        }
        return success(Optional.of(((Sent.Result<R>) answer).value()));
    }

    OnceResult<R> failed(RuntimeException failure) {
        String why = HandlerFailure.causeOf(failure).getClass().getSimpleName();
        return switch (engine.steps().outcomeOf(failure)) {
            case APPLIED -> success(Optional.empty());
            case UNKNOWN -> end(from -> unknown(from, why), new OnceResult.Unknown<>(false));
            case NOT_SENT, REJECTED ->
                notDone(from -> from.record().planned() ? Optional.of(again(from, failure, why)) : Optional.empty())
                        .orElse(new OnceResult.Refused<>(why));
        };
    }

    void release() {
        Optional<OnceResult<R>> unused =
                notDone(from -> from.record().planned() ? Optional.of(dueNow(from.record())) : Optional.empty());
    }

    /** Throws the failure, unless more is known of the id than the failure tells. */
    private OnceResult<R> failedHere(RuntimeException failure) {
        OnceResult<R> known;
        try {
            known = failed(failure);
        } catch (
                RuntimeException e) { // the store, or the workflow's side records: neither changes what the vendor said
            failure.addSuppressed(e);
            OnceEvents.notNoted(held().key(), e);
            throw failure;
        }
        boolean isUnknown = engine.steps().outcomeOf(failure) == Outcome.UNKNOWN;
        boolean isSame =
                isUnknown ? known.equals(new OnceResult.Unknown<R>(false)) : known instanceof OnceResult.Refused;
        if (isSame) {
            throw failure;
        }
        return known;
    }

    private OnceResult<R> success(Optional<R> result) {
        return end(from -> engine.done(from, result, How.SENT), new OnceResult.Done<>(result, How.SENT));
    }

    /** The vendor may have acted: whatever the store does, the caller learns it. */
    private synchronized OnceResult<R> end(Function<Snapshot, WriteRecord> next, OnceResult<R> result) {
        markEnded();
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                if (moved(next.andThen(Optional::of))) {
                    return result;
                }
                Snapshot now = engine.read(held.key(), Optional.of(asked));
                if (!isHeldBy(now)) {
                    return late(now, next, result);
                }
                held = now;
            }
            OnceEvents.warn(held.key().record() + " could not be noted: others change its side records all the time");
        } catch (RuntimeException e) { // also a workflow's side records that throw: the vendor has acted all the same
            OnceEvents.notNoted(held.key(), e);
        }
        return result;
    }

    /**
     * Nothing happened at the vendor: who has lost the lease changes nothing.
     *
     * @return what is known of the id, if another has it now
     */
    private synchronized Optional<OnceResult<R>> notDone(Function<Snapshot, Optional<WriteRecord>> next) {
        markEnded();
        for (int i = 0; i < MOST_TRIES; i++) {
            if (moved(next)) {
                return Optional.empty();
            }
            Snapshot now = engine.read(held.key(), Optional.of(asked));
            if (!isHeldBy(now)) {
                return isFree(now) ? Optional.empty() : engine.result(now);
            }
            held = now;
        }
        return Optional.empty();
    }

    private boolean moved(Function<Snapshot, Optional<WriteRecord>> next) {
        return engine.move(held, next.apply(held), Optional.of(asked)).isPresent();
    }

    /** The version may have grown by a renewal that the store has done and not confirmed. */
    private boolean isHeldBy(Snapshot now) {
        return now.state() == WriteState.SENDING && now.hasSenderOf(held.record());
    }

    /**
     * Another took over while this one slept, and this one's call has ended only now. If nobody has sent since, this call
     * is the one that counts. If somebody has, it may have happened twice, and only a person moves it on.
     */
    private OnceResult<R> late(Snapshot now, Function<Snapshot, WriteRecord> next, OnceResult<R> result) {
        if (now.record().duplicated()) {
            return new OnceResult.Unknown<>(true);
        }
        boolean isAlone = isFree(now) || now.hasSenderOf(held.record());
        if (isAlone && now.state() == WriteState.DONE) {
            return new OnceResult.Done<>(engine.content().result(now.record(), now.key()), How.EARLIER);
        }
        WriteRecord noted = isAlone
                ? next.apply(now.state() == WriteState.NONE ? held : now)
                : now.record().in(WriteState.UNKNOWN, engine.now()).with("duplicated", true);
        if (engine.move(now, Optional.of(noted), Optional.of(asked)).isEmpty()) {
            return late(engine.read(now.key(), Optional.of(asked)), next, result);
        }
        if (!isAlone) {
            OnceEvents.duplicated(now.key());
        }
        return isAlone ? result : new OnceResult.Unknown<>(true);
    }

    /** Returns whether no other call can have reached the vendor: what was refused or taken back did not happen. */
    private static boolean isFree(Snapshot now) {
        return switch (now.state()) {
            case NONE, PLANNED, REFUSED -> true;
            default -> false;
        };
    }

    /** Nobody waits for a planned write: it is tried again later, or becomes a dead letter. */
    private WriteRecord again(Snapshot from, RuntimeException failure, String why) {
        WriteRecord record = from.record().with("why", why);
        Optional<SdkException> known =
                failure instanceof SdkException sdk ? Optional.of(sdk) : Optional.<SdkException>empty();
        Instant now = engine.now();
        if (known.filter(sdk -> !sdk.failure().temporary()).isPresent()) {
            return Backoff.dead(record, now);
        }
        return Backoff.again(
                record, now, mostTries, known.flatMap(SdkException::retryAfter).orElse(Duration.ZERO));
    }

    private WriteRecord running(Snapshot from, String handle) {
        return from.record().in(WriteState.RUNNING, engine.now()).with("handle", handle);
    }

    private WriteRecord unknown(Snapshot from, String why) {
        return from.record().in(WriteState.UNKNOWN, engine.now()).with("why", why);
    }

    private WriteRecord dueNow(WriteRecord record) {
        Instant now = engine.now();
        return record.in(WriteState.PLANNED, now).with("next", now.toEpochMilli());
    }

    private synchronized void renew() {
        if (ended || !lease.isHeld()) {
            return;
        }
        Object mark = lease.mark();
        engine.renew(held).ifPresent(renewed -> {
            held = renewed;
            lease.restart(mark);
        });
    }

    private synchronized Snapshot held() {
        return held;
    }

    private synchronized void markSent() {
        if (sent || ended) {
            throw new IllegalStateException("this attempt was sent or ended before");
        }
        sent = true;
    }

    private void markEnded() {
        if (ended) {
            throw new IllegalStateException("this attempt was ended before");
        }
        ended = true;
    }
}
