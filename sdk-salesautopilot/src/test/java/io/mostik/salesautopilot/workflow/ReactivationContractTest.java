package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.util.Map;

class ReactivationContractTest extends MarketingContract {

    private static final FormId UPDATE = FormId.of(SalesAutopilotSimulator.UPDATE_FORM);

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        Consent consent = new Consent(store.now(), RecordFields.none());
        return new MarketingSubject(time, UPDATE, "PUT /update/{nl}/form/{ns}/record/{id}") {

            private final long record =
                    vendor.addRecord(NEWSLETTER.value(), Map.of("email", "kata@example.hu", "active", "0"));

            @Override
            public OnceResult<?> act(StateStore node) {
                return workflows(node).consent(NEWSLETTER).reactivate(UPDATE, "kata@example.hu", consent);
            }

            @Override
            public int acted() {
                return vendor.timesFired(UPDATE.value(), record);
            }
        };
    }
}
