package io.mostik.core.test;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A vendor with a list of records that a feed reads; for {@link FeedContract}. */
public interface FeedVendor extends AutoCloseable {

    /** Returns a reader of this vendor's records, always under the same name. */
    FeedReader reader(StateStore store, TimeSource time);

    /** Returns how many records come on a page. */
    int pageSize();

    /** Moves the vendor's clock. */
    void advance(Duration step);

    /** Makes a record with this time of change, a whole second. */
    void add(Instant at);

    /** Changes one of the records at the vendor's present time; a vendor that tells of new ones only does nothing. */
    void change(int index);

    /** Returns the present state of each record by its id; states are told apart by their texts. */
    Map<String, String> states();

    @Override
    void close();
}
