package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;

class PutSubscriberContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        SalesAutopilotSimulator sales = SalesAutopilotSimulator.startFrozen();
        Fields fields = Fields.of("list", Long.toString(SalesAutopilotSimulator.NEWSLETTER))
                .with("form", Long.toString(SalesAutopilotSimulator.SIGN_UP_FORM))
                .with("update_form", Long.toString(SalesAutopilotSimulator.UPDATE_FORM))
                .with("email", "nora@example.hu")
                .with("field_mssys_firstname", "Nóra");
        return new ActionTrial(
                time, Vendors.sales(sales, time), "sa.subscriber.put", "POST /subscribe/{nl}/form/{ns}", fields) {

            @Override
            public int acted() {
                return sales.timesFired(SalesAutopilotSimulator.SIGN_UP_FORM);
            }
        };
    }
}
