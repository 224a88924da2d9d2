package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.remonline.RemOnlineSimulator;

class CommentOrderContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        RemOnlineSimulator vendor = Vendors.repairVendor(time);
        long order = vendor.seedOrder();
        return new ActionTrial(
                time,
                Vendors.repair(vendor, time),
                "ro.order.comment",
                "POST /v2/orders/{id}/comments",
                Fields.of("order", Long.toString(order)).with("comment", "client called")) {

            @Override
            public int acted() {
                return vendor.order(order).comments().size();
            }
        };
    }
}
