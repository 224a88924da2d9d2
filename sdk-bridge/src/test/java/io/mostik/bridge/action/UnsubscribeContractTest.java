package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.util.Map;

class UnsubscribeContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        SalesAutopilotSimulator sales = SalesAutopilotSimulator.startFrozen();
        long record = sales.addRecord(SalesAutopilotSimulator.NEWSLETTER, Map.of("email", "nora@example.hu"));
        Fields fields = Fields.of("list", Long.toString(SalesAutopilotSimulator.NEWSLETTER))
                .with("email", "nora@example.hu");
        return new ActionTrial(
                time,
                Vendors.sales(sales, time),
                "sa.subscriber.unsubscribe",
                "GET /unsubscribe/{nl}/email/{email}",
                fields) {

            @Override
            public int acted() {
                return sales.record(SalesAutopilotSimulator.NEWSLETTER, record)
                                .filter(shown -> "1".equals(shown.get("active")))
                                .isPresent()
                        ? 0
                        : 1;
            }
        };
    }
}
