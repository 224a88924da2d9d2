package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.core.once.FeedSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The orders of a shop by their last change. The shop cannot sort by it: the window up to now is read whole, then sorted. */
record WooFeed(WooCommerce shop) implements FeedSource<WooOrder> {

    @Override
    public Walk<WooOrder> from(Instant from) {
        Instant until = shop.time().now().plusSeconds(1);
        return new Walk<>() {

            private boolean isDone;

            @Override
            public boolean isDone() {
                return isDone;
            }

            @Override
            public List<WooOrder> next() {
                // Both ends are inferred to be exclusive, and times have whole seconds.
                List<WooOrder> changed = shop.changed(from.minusSeconds(1), until);
                isDone = true;
                return changed.stream()
                        .sorted(Comparator.comparing(WooOrder::modified).thenComparingLong(WooOrder::id))
                        .toList();
            }

            @Override
            public Instant completeBefore() {
                return until;
            }
        };
    }

    @Override
    public String id(WooOrder order) {
        return Long.toString(order.id());
    }

    @Override
    public Instant changedAt(WooOrder order) {
        return order.modified();
    }
}
