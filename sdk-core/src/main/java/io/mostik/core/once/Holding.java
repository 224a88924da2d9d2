package io.mostik.core.once;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.OnceResult.How;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The holder's side of a write: sends it while the lease lasts, and writes down what came of it, but only over the version
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
        Optional<Future<?>> renewal = engine.kind().isRenewed()
                ? Optional.of(Heartbeat.every(lease.length(), this::renew))
                : Optional.empty();
        Sent<R> sent;
        try {
            sent = engine.steps().send(asked, engine.content().before(held().record(), held().key()));
        } catch (RuntimeException e) {
            OnceResult<R> known = noted(e, () -> failed(e));
            if (engine.steps().outcomeOf(e) == Outcome.APPLIED) {
                return known;
            }
            throw e;
        } finally {
            renewal.ifPresent(future -> future.cancel(false));
        }
        return done(sent);
    }

    OnceResult<R> done(Sent<R> sent) {
        if (sent instanceof Sent.Started<R> started) {
            return end(
                    from -> Optional.of(
                            from.record().in(WriteState.RUNNING, engine.now()).with("handle", started.handle())),
                    new OnceResult.Running<>(started.handle()));
        }
        Optional<R> result = Optional.of(((Sent.Result<R>) sent).value());
        return success(result);
    }

    OnceResult<R> failed(RuntimeException failure) {
        String why = HandlerFailure.causeOf(failure).getClass().getSimpleName();
        return switch (engine.steps().outcomeOf(failure)) {
            case APPLIED -> success(Optional.empty());
            case UNKNOWN ->
                end(
                        from -> Optional.of(from.record()
                                .in(WriteState.UNKNOWN, engine.now())
                                .with("why", why)),
                        new OnceResult.Unknown<>(false));
            case NOT_SENT, REJECTED -> {
                notDone(from -> from.record().planned() ? Optional.of(again(from, failure, why)) : Optional.empty());
                yield new OnceResult.Refused<>(why);
            }
        };
    }

    void release() {
        notDone(from -> from.record().planned()
                ? Optional.of(from.record()
                        .in(WriteState.PLANNED, engine.now())
                        .with("next", engine.now().toEpochMilli()))
                : Optional.empty());
    }

    private OnceResult<R> success(Optional<R> result) {
        return end(from -> Optional.of(engine.done(from, result, How.SENT)), new OnceResult.Done<>(result, How.SENT));
    }

    /** The vendor may have acted: whatever the store does, the caller is told so. */
    private synchronized OnceResult<R> end(Function<Snapshot, Optional<WriteRecord>> next, OnceResult<R> result) {
        markEnded();
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                if (moved(next)) {
                    return result;
                }
                Snapshot now = engine.read(held.key(), Optional.of(asked));
                if (now.version() != held.version()) {
                    return late(now, next, result);
                }
                held = now;
            }
            OnceEvents.warn(held.key().record() + " could not be noted: others change its side records all the time");
        } catch (StateStoreException e) {
            OnceEvents.notNoted(held.key(), e);
        }
        return result;
    }

    /** Nothing happened at the vendor: who has lost the lease changes nothing. */
    private synchronized void notDone(Function<Snapshot, Optional<WriteRecord>> next) {
        markEnded();
        for (int i = 0; i < MOST_TRIES; i++) {
            if (moved(next)) {
                return;
            }
            Snapshot now = engine.read(held.key(), Optional.of(asked));
            if (now.version() != held.version()) {
                return;
            }
            held = now;
        }
    }

    private boolean moved(Function<Snapshot, Optional<WriteRecord>> next) {
        Optional<Snapshot> moved = engine.move(held, next.apply(held), Optional.of(asked));
        moved.ifPresent(after -> held = after);
        return moved.isPresent();
    }

    /**
     * Another took over while this one slept, and this one's call has ended only now. If nobody has sent since, this call
     * is the one that counts. If somebody has, it may have happened twice, and only a person moves it on.
     */
    private OnceResult<R> late(Snapshot now, Function<Snapshot, Optional<WriteRecord>> next, OnceResult<R> result) {
        if (now.record().duplicated()) {
            return new OnceResult.Unknown<>(true);
        }
        boolean isAlone = isAlone(now);
        if (isAlone && now.state() == WriteState.DONE) {
            return new OnceResult.Done<>(engine.content().result(now.record(), now.key()), How.EARLIER);
        }
        Optional<WriteRecord> noted = isAlone
                ? next.apply(now.state() == WriteState.NONE ? held : now)
                : Optional.of(now.record().in(WriteState.UNKNOWN, engine.now()).with("duplicated", true));
        if (engine.move(now, noted, Optional.of(asked)).isEmpty()) {
            return late(engine.read(now.key(), Optional.of(asked)), next, result);
        }
        if (!isAlone) {
            OnceEvents.duplicated(now.key());
        }
        return isAlone ? result : new OnceResult.Unknown<>(true);
    }

    /** Returns whether no other call can have reached the vendor: what was refused or taken back did not happen. */
    private boolean isAlone(Snapshot now) {
        return switch (now.state()) {
            case NONE, PLANNED, REFUSED -> true;
            default -> !now.wasSentSince(held.record());
        };
    }

    /** Nobody waits for a planned write: it is tried again later, or becomes a dead letter. */
    private WriteRecord again(Snapshot from, RuntimeException failure, String why) {
        WriteRecord record = from.record().with("why", why);
        boolean isLasting =
                failure instanceof SdkException known && !known.failure().temporary();
        Instant now = engine.now();
        if (isLasting || record.tries() >= mostTries) {
            return record.in(WriteState.REFUSED, now).with("next", null);
        }
        Duration pause = Backoff.pause(record.tries());
        Duration asks =
                failure instanceof SdkException known ? known.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        Duration longer = asks.compareTo(pause) > 0 ? asks : pause;
        return record.in(WriteState.PLANNED, now).with("next", now.plus(longer).toEpochMilli());
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

    private OnceResult<R> noted(RuntimeException failure, Supplier<OnceResult<R>> note) {
        try {
            return note.get();
        } catch (StateStoreException e) {
            failure.addSuppressed(e);
            OnceEvents.notNoted(held().key(), e);
            return new OnceResult.Unknown<>(false);
        }
    }

    private synchronized Snapshot held() {
        return held;
    }

    private void markEnded() {
        if (ended) {
            throw new IllegalStateException("this attempt was ended before");
        }
        ended = true;
    }
}
