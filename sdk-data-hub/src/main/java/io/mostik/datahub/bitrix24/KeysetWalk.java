package io.mostik.datahub.bitrix24;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.PartialList;
import io.mostik.core.Phase;
import io.mostik.core.once.FeedSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Rows in the order of a time: always the first page is asked for, from the time of the last row of the page before. Where
 * more than a page of rows have the same second, that second is walked by id. So no row can slip while others change.
 * Rows in another order end it with an exception. Belongs to one thread.
 *
 * @param <T> what the rows are
 */
final class KeysetWalk<T> implements FeedSource.Walk<T> {

    /** How pages are asked for. */
    interface Pages<T> {
        /** Returns the first rows since a time, in the order of time and id. */
        List<T> since(Instant from);

        /** Returns the first rows of a second with a greater id, in the order of id. */
        List<T> within(Instant second, long afterId);
    }

    private final FeedSource<T> source;
    private final Pages<T> pages;
    private final ToLongFunction<T> ids;
    private Instant bound;
    private long afterId = -1;
    private boolean done;

    KeysetWalk(FeedSource<T> source, Pages<T> pages, ToLongFunction<T> ids, Instant from) {
        this.source = source;
        this.pages = pages;
        this.ids = ids;
        this.bound = from.truncatedTo(ChronoUnit.SECONDS);
    }

    static DecodingException disorder(String operation) {
        return new DecodingException(
                "the rows are not in the order asked for",
                FailureInfo.lasting(operation, Outcome.UNKNOWN, Phase.DECODE));
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public Instant completeBefore() {
        return bound;
    }

    @Override
    public List<T> next() {
        return afterId < 0 ? nextSince() : nextWithin();
    }

    private List<T> nextSince() {
        List<T> found = pages.since(bound);
        Instant before = bound;
        for (T row : found) {
            Instant at = second(row);
            if (at.isBefore(before)) {
                throw disorder("changes");
            }
            before = at;
        }
        done = PartialList.came(found) < Bitrix24.PAGE;
        if (!done && before.equals(bound)) {
            afterId = 0;
        }
        bound = before;
        return found;
    }

    private List<T> nextWithin() {
        List<T> found = pages.within(bound, afterId);
        for (T row : found) {
            if (ids.applyAsLong(row) <= afterId || !second(row).equals(bound)) {
                throw disorder("changes");
            }
            afterId = ids.applyAsLong(row);
        }
        if (PartialList.came(found) < Bitrix24.PAGE) {
            afterId = -1;
            bound = bound.plusSeconds(1);
        }
        return found;
    }

    private Instant second(T row) {
        return source.changedAt(row).truncatedTo(ChronoUnit.SECONDS);
    }
}
