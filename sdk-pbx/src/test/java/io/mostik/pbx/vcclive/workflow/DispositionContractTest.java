package io.mostik.pbx.vcclive.workflow;

import static io.mostik.pbx.vcclive.workflow.VccNode.PROJECT;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.pbx.vcclive.links.StatusMap;
import java.util.Map;
import java.util.Optional;

class DispositionContractTest extends VccContract {

    private static final StatusMap STATUSES = new StatusMap(Map.of(12L, "customer"));

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new VccSubject(time, "/v2/projects/{projectId}/records/{numberId}/dispositions") {

            private final long record = simulator.addRecord(PROJECT, Map.of("name", "x"));

            @Override
            public OnceResult<?> act(StateStore node) {
                return statuses(node).enter("change-1", record, "customer");
            }

            @Override
            public int acted() {
                return simulator.dispositions(PROJECT, record).size();
            }

            @Override
            public void resolve(StateStore node, boolean happened) {
                statuses(node).resolve("change-1", happened ? Optional.of(record) : Optional.empty());
            }

            private DispositionSync statuses(StateStore node) {
                return workflows(node).dispositions(PROJECT, 17, STATUSES);
            }
        };
    }
}
