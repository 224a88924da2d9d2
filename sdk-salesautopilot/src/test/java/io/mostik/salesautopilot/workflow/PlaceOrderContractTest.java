package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.orders.WebshopOrder;

class PlaceOrderContractTest extends MarketingContract {

    private static final WebshopOrder SHOP_ORDER = SimulatorTest.shopOrder("WEB/2026/1");

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new MarketingSubject(time, ORDER, "POST /processWebshopOrder/{nl}/ns_id/{ns}") {

            @Override
            public OnceResult<?> act(StateStore node) {
                return workflows(node).orders(ORDERS).place(ORDER, SHOP_ORDER);
            }
        };
    }
}
