package io.mostik.core.once;

import io.mostik.core.test.FeedContract;
import io.mostik.core.test.FeedVendor;
import java.time.Instant;

class MemoryFeedTest extends FeedContract {

    @Override
    protected FeedVendor vendor(Instant now) {
        return new MemoryVendor(now);
    }
}
