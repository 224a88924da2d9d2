package io.mostik.salesautopilot.subscribers;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedPoll;
import io.mostik.salesautopilot.records.ContactRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads the records that came since the last time, by their time of sign-up, since the vendor has no offset. Looks back a
 * while each time and leaves out what was handed over, so that records of the same second, late ones, and ones with an
 * earlier time within the look-back are not lost. Obtained from {@code SubscribersApi.feed}. Thread-safe; of several nodes
 * with one store one reads at a time, and the others say so.
 *
 * @see Feed what it promises in detail
 */
public final class RecordFeed {

    private final Feed<ContactRecord> feed;

    RecordFeed(
            Function<RecordQuery, List<ContactRecord>> source,
            String key,
            StateStore store,
            FeedSettings settings,
            TimeSource time) {
        this(Feed.of(store, time, key, new NewRecords(source, settings)).overlap(settings.overlap()));
    }

    private RecordFeed(Feed<ContactRecord> feed) {
        this.feed = feed;
    }

    /** Returns this feed keeping its position after each record, not only after each chunk; see {@link Feed#everyRecord}. */
    public RecordFeed everyRecord() {
        return new RecordFeed(feed.everyRecord());
    }

    /** Returns this feed with another lease; see {@link Feed#lease}. */
    public RecordFeed lease(Duration length) {
        return new RecordFeed(feed.lease(length));
    }

    /**
     * Reads what is new and hands it over, oldest first. Where it stands is kept after each chunk, and when the handler
     * throws; if the process ends in between, the records of that chunk come again, otherwise each comes once.
     *
     * @param handler takes the records
     * @return how many were handed over, or that another node reads
     */
    public FeedPoll poll(Consumer<? super ContactRecord> handler) {
        return feed.poll(handler);
    }

    /**
     * Reads what is new since a state, and keeps nothing: for engines that keep positions themselves.
     *
     * @param state what the call before returned, also with an earlier release; empty to begin
     * @return the state for the next call
     */
    public String poll(Optional<String> state, Consumer<? super ContactRecord> handler) {
        return feed.poll(state, handler);
    }

    /** Returns up to when everything has been handed over, in the vendor's time; empty before the first reading. */
    public Optional<LocalDateTime> upTo() {
        return feed.upTo().map(NewRecords::local);
    }

    Feed<ContactRecord> feed() {
        return feed;
    }
}
