package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.remonline.RemOnlineSimulator;

class SetOrderStatusContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        RemOnlineSimulator vendor = Vendors.repairVendor(time);
        long order = vendor.seedOrder();
        int before = vendor.statusChanges(order).size();
        return new ActionTrial(
                time,
                Vendors.repair(vendor, time),
                "ro.order.status",
                "POST /v2/orders/{id}/status",
                Fields.of("order", Long.toString(order)).with("status", "5100201")) {

            @Override
            public int acted() {
                return vendor.statusChanges(order).size() - before;
            }
        };
    }
}
