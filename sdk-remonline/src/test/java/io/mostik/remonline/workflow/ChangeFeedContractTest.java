package io.mostik.remonline.workflow;

import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import io.mostik.core.test.FullFeedContract;
import java.time.Instant;

class ChangeFeedContractTest extends FullFeedContract {

    @Override
    protected FeedVendor vendor(Instant now) {
        return new PlayedOrders(
                now,
                (orders, store, time) -> FeedReader.of(
                        RemOnlineFeeds.of(orders.remonline(), store, time).orders("copy"),
                        order -> order.id() + "=" + order.number().orElseThrow()));
    }
}
