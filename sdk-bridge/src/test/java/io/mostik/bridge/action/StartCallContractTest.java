package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.vipex.VipexSimulator;

class StartCallContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        VipexSimulator pbx = VipexSimulator.startFrozen();
        pbx.addExtension("101");
        return new ActionTrial(
                time,
                Vendors.vipex(pbx, time),
                "calls.start",
                "GET /api/call",
                Fields.of("extension", "101").with("number", "+36301112233")) {

            @Override
            public int acted() {
                return pbx.calls().size();
            }
        };
    }
}
