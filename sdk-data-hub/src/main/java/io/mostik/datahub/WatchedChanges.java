package io.mostik.datahub;

import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.HubOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The changes of orders, telling of each page with rows that could not be read: the position of a feed passes such rows,
 * and their next change may be far.
 *
 * @param changes as the connector tells them
 * @param counter counts the rows that were left out
 * @param unread takes the epoch second from which such a page was asked for, before any of its rows is handed on
 */
record WatchedChanges(FeedSource<HubOrder> changes, Counter counter, LongConsumer unread)
        implements FeedSource<HubOrder> {

    /** Reads the page from a second on again, and what else that second holds; returns whether all of it could be read. */
    boolean readAgain(long second, Consumer<HubOrder> consumer) {
        long before = counter.unreadable();
        Instant from = Instant.ofEpochSecond(second);
        Walk<HubOrder> walk = changes.from(from);
        do {
            walk.next().forEach(consumer);
        } while (!walk.isDone() && !walk.completeBefore().isAfter(from));
        return counter.unreadable() == before;
    }

    @Override
    public Walk<HubOrder> from(Instant from) {
        Walk<HubOrder> walk = changes.from(from);
        return new Walk<>() {
            @Override
            public boolean isDone() {
                return walk.isDone();
            }

            @Override
            public List<HubOrder> next() {
                long before = counter.unreadable();
                long second = Math.max(0, walk.completeBefore().getEpochSecond());
                List<HubOrder> rows = walk.next();
                if (counter.unreadable() > before) {
                    unread.accept(second);
                }
                return rows;
            }

            @Override
            public Instant completeBefore() {
                return walk.completeBefore();
            }

            @Override
            public Optional<Instant> askedAt() {
                return walk.askedAt();
            }
        };
    }

    @Override
    public String id(HubOrder row) {
        return changes.id(row);
    }

    @Override
    public Instant changedAt(HubOrder row) {
        return changes.changedAt(row);
    }

    @Override
    public String digest(HubOrder row) {
        return changes.digest(row);
    }

    @Override
    public Instant vendorTime(Instant instant) {
        return changes.vendorTime(instant);
    }

    @Override
    public String upgrade(String state) {
        return changes.upgrade(state);
    }
}
