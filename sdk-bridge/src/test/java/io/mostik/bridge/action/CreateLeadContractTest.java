package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.remonline.RemOnlineSimulator;

class CreateLeadContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        RemOnlineSimulator vendor = Vendors.repairVendor(time);
        int before = vendor.leads().size();
        Fields fields = Fields.of("type", "811")
                .with("phone", "+36301112233")
                .with("name", "Nóra")
                .with("description", "missed call");
        return new ActionTrial(time, Vendors.repair(vendor, time), "ro.lead.create", "POST /lead/", fields) {

            @Override
            public int acted() {
                return vendor.leads().size() - before;
            }
        };
    }
}
