package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.vcclive.VccLiveSimulator;

class AddRecordContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
        return new ActionTrial(
                time,
                Vendors.vcc(vcc, time),
                "vcc.record.add",
                "POST /v2/projects/{projectId}/records",
                Fields.of("project", "134").with("field_name", "Nóra").with("field_phone1", "36301112233")) {

            @Override
            public int acted() {
                return vcc.records(134).size();
            }
        };
    }
}
