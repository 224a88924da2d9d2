package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;

class PostJsonContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        Vendors.Receiver receiver = new Vendors.Receiver(false);
        return new ActionTrial(
                time,
                Vendors.web(receiver, time, false),
                "http.post",
                "POST /hs/paid",
                Fields.of("path", "/hs/paid").with("field_order", "W-1")) {

            @Override
            public int acted() {
                return receiver.acted();
            }
        };
    }
}
