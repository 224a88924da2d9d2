package io.mostik.remonline.workflow;

import io.mostik.core.test.FeedContract;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import java.time.Instant;

/** The orders of the token generation, in milliseconds and in no order that is documented. */
class LegacyFeedContractTest extends FeedContract {

    @Override
    protected FeedVendor vendor(Instant now) {
        return new PlayedOrders(
                now,
                (orders, store, time) -> FeedReader.of(
                        LegacyFeeds.of(orders.legacy(), store, time).orders("copy"),
                        order -> order.id() + "=" + order.number().orElseThrow()));
    }

    @Override
    protected int pagesFor(int pages) {
        return 2 * pages;
    }
}
