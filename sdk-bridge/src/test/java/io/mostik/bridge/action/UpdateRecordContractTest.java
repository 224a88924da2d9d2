package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.util.Map;

class UpdateRecordContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
        long record = vcc.addRecord(134, Map.of("name", "Nóra"));
        return new ActionTrial(
                time,
                Vendors.vcc(vcc, time),
                "vcc.record.update",
                "PUT /v2/projects/{projectId}/records/{numberId}",
                Fields.of("project", "134")
                        .with("record", Long.toString(record))
                        .with("field_name", "Kata")) {

            @Override
            public int acted() {
                return vcc.value(134, record, "name").filter("Kata"::equals).isPresent() ? 1 : 0;
            }
        };
    }
}
