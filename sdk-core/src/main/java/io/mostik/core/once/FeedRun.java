package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One poll under way: reads page by page, delivers what is new, keeps the state. Belongs to one thread. */
final class FeedRun<T> {

    private final FeedSource<T> source;
    private final FeedSettings settings;
    private final FeedState state;
    private final FeedKeeper keeper;
    private final Consumer<? super T> consumer;
    private Instant asked = Instant.MIN;
    private boolean changed;
    private int delivered;
    private int known;
    private int ahead;

    FeedRun(
            FeedSource<T> source,
            FeedSettings settings,
            FeedState state,
            FeedKeeper keeper,
            Consumer<? super T> consumer) {
        this.source = source;
        this.settings = settings;
        this.state = state;
        this.keeper = keeper;
        this.consumer = consumer;
    }

    FeedPoll run(StateStore store, TimeSource time) {
        long began = time.nanoTime();
        FeedSource.Walk<T> walk = source.from(state.from().orElse(settings.since()));
        while (!walk.isDone()) {
            if (!keeper.isHeld()) {
                return takenOver();
            }
            Instant now = source.vendorTime(store.now());
            List<T> rows = walk.next();
            asked = walk.askedAt().filter(now::isAfter).orElse(now);
            for (T row : rows) {
                if (isNew(row) && !deliver(row)) {
                    return takenOver();
                }
            }
            // A record may appear late while the poll goes on, so the time it takes is part of the overlap.
            Duration back = settings.overlap().plusNanos(time.nanoTime() - began);
            Instant complete = walk.completeBefore().isAfter(asked) ? asked : walk.completeBefore();
            boolean moved = state.complete(complete, complete.minus(back));
            if (!walk.isDone() && !moved && !changed) {
                continue; // a page of rows that were delivered already
            }
            if (!(walk.isDone() ? keeper.finish(state.text()) : keeper.save(state.text()))) {
                return end(FeedPoll.End.TAKEN_OVER);
            }
            changed = false;
        }
        return end(FeedPoll.End.COMPLETE);
    }

    private boolean isNew(T row) {
        boolean isNew = state.isNew(source.id(row), source.changedAt(row), source.digest(row));
        known += isNew ? 0 : 1;
        return isNew;
    }

    /** Returns whether the poll may go on. */
    private boolean deliver(T row) {
        if (!keeper.isHeld()) {
            return false;
        }
        String id = source.id(row);
        Instant at = source.changedAt(row);
        String digest = source.digest(row);
        try {
            refuseOverflow(id, digest);
            consumer.accept(row);
        } catch (RuntimeException | Error e) {
            keepAfter(e);
            throw e;
        }
        state.delivered(id, at, digest);
        changed = true;
        delivered++;
        ahead += at.isAfter(asked) ? 1 : 0;
        return !settings.everyRecord() || save();
    }

    private void refuseOverflow(String id, String digest) {
        if (!state.hasRoom(id, digest)) {
            throw new IllegalStateException("more records changed within the overlap of "
                    + settings.overlap().toSeconds() + " s than a position can remember ("
                    + FeedState.MOST_CHARACTERS + " characters): shorten the overlap");
        }
    }

    /** What was delivered before the failure must not come again. */
    private void keepAfter(Throwable failure) {
        try {
            boolean unused = !changed || save();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean save() {
        changed = false;
        return keeper.save(state.text());
    }

    /** Keeps what was delivered if nobody has opened the checkpoint yet: the store decides, by its version. */
    private FeedPoll takenOver() {
        boolean unused = !changed || save();
        return end(FeedPoll.End.TAKEN_OVER);
    }

    private FeedPoll end(FeedPoll.End end) {
        return new FeedPoll(delivered, known, ahead, end);
    }
}
