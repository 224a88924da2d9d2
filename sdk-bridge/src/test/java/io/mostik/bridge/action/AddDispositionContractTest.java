package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.util.Map;

class AddDispositionContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        VccLiveSimulator vcc = VccLiveSimulator.startFrozen();
        long record = vcc.addRecord(134, Map.of("name", "Nóra"));
        Fields fields = Fields.of("project", "134")
                .with("record", Long.toString(record))
                .with("disposition", "12")
                .with("user", "17")
                .with("call_at", "2026-11-29T12:05:00Z");
        return new ActionTrial(
                time,
                Vendors.vcc(vcc, time),
                "vcc.disposition.add",
                "POST /v2/projects/{projectId}/records/{numberId}/dispositions",
                fields) {

            @Override
            public int acted() {
                return vcc.dispositions(134, record).size();
            }
        };
    }
}
