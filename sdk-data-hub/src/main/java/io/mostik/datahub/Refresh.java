package io.mostik.datahub;

import io.mostik.core.DecodingException;
import io.mostik.core.ProgressMeter;
import io.mostik.core.TimeSource;
import io.mostik.core.once.FeedPoll;
import io.mostik.core.once.Lease;
import io.mostik.core.once.Versioned;
import io.mostik.datahub.connector.HubAccount;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.RecordSource;
import io.mostik.datahub.report.HubRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a table up to date with what changed since the last time. All changed orders are looked at, not only those that
 * the vendor would find by the filter: an order that no longer passes it has to leave the table. Belongs to one refresh.
 */
final class Refresh {

    /** A key without the right to read lines leaves every order unsettled; a refresh ends nevertheless. */
    private static final int MOST_AGAIN = 500;

    private static final int MOST_UNREAD_PAGES = 20;

    private final HubAccount account;
    private final RecordSource orders;
    private final RecordMaker maker;
    private final ConnectionStore store;
    private final HubTable table;
    private final ProgressMeter meter;
    private final Counter counter = new Counter();
    private final Map<Long, Long> unsettled = new HashMap<>();

    Refresh(HubAccount account, RecordMaker maker, ConnectionStore store, HubTable table, ProgressMeter meter) {
        this.account = account;
        this.orders = account.records();
        this.maker = maker;
        this.store = store;
        this.table = table;
        this.meter = meter;
    }

    RunSummary run(Lease lease, long revision, TimeSource time) {
        List<Versioned<Unsettled>> again = store.unsettled(MOST_AGAIN);
        again.forEach(note -> unsettled.put(note.value().id(), note.version()));
        for (Versioned<Unsettled> note : again) {
            if (!lease.isHeld()) {
                return counter.tally(FeedPoll.End.TAKEN_OVER);
            }
            lookAgain(note.value().id());
        }
        WatchedChanges changes = new WatchedChanges(orders.changes(time, counter::unreadable), counter, store::unread);
        for (Versioned<UnreadPage> page : store.unread(MOST_UNREAD_PAGES)) {
            if (!lease.isHeld()) {
                return counter.tally(FeedPoll.End.TAKEN_OVER);
            }
            readAgain(changes, page);
        }
        FeedPoll poll = store.feed(revision, changes).poll(this::apply);
        if (poll.end() == FeedPoll.End.COMPLETE && account.moves().isPresent()) {
            poll = store.moves(revision, account.moves().get()).poll(table::moved);
        }
        return counter.tally(poll.end());
    }

    /** A change of lines within the second of the last look shows neither in the row nor in its time. */
    private void lookAgain(long id) {
        try {
            Optional<HubOrder> order = orders.find(id);
            if (order.isPresent()) {
                apply(order.get());
            } else {
                table.remove(id);
                settle(id);
            }
        } catch (DecodingException e) {
            counter.unreadable(1);
        }
    }

    private void readAgain(WatchedChanges changes, Versioned<UnreadPage> page) {
        try {
            store.triedAgain(page, changes.readAgain(page.value().from(), this::apply));
        } catch (DecodingException e) {
            store.triedAgain(page, false);
            throw e;
        }
    }

    /** The table first: an order that it could not take must be looked at again. */
    private void apply(HubOrder order) {
        RecordMaker.Made made = maker.make(order, counter);
        made.record().ifPresentOrElse(record -> put(record, order), () -> table.remove(order.id()));
        boolean settled =
                !maker.dependsOnItems() || (made.isWhole() && maker.items().isSettled(order));
        if (settled) {
            settle(order.id());
        } else {
            store.unsettle(order.id(), Optional.ofNullable(unsettled.get(order.id())))
                    .ifPresent(next -> unsettled.put(order.id(), next));
        }
        meter.add(1);
    }

    private void put(HubRecord record, HubOrder order) {
        table.put(record);
        if (account.moves().isEmpty()) {
            HubChanges.observed(order).ifPresent(table::moved);
        }
    }

    private void settle(long id) {
        Long version = unsettled.remove(id);
        if (version != null) {
            store.settle(id, version);
        }
    }
}
