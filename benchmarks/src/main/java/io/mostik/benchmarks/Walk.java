package io.mostik.benchmarks;

import io.mostik.remonline.orders.OrderQuery;

/** P5: 10,000 orders. */
public final class Walk {

    static final OrderQuery ALL = OrderQuery.builder().build();

    private Walk() {}
}
