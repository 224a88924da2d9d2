package io.mostik.core.once;

import io.mostik.core.test.FeedVendor;
import io.mostik.core.test.FullFeedContract;
import java.time.Instant;

class MemoryFeedTest extends FullFeedContract {

    @Override
    protected FeedVendor vendor(Instant now) {
        return new MemoryVendor(now);
    }
}
