package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.util.Map;

class MarkOrderPaidContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        SalesAutopilotSimulator sales = SalesAutopilotSimulator.startFrozen();
        sales.addRecord(
                SalesAutopilotSimulator.ORDERS,
                Map.of("email", "nora@example.hu", "mssys_shoprenter_id", "W-1", "mssys_order_status", "1"));
        Fields fields = Fields.of("list", Long.toString(SalesAutopilotSimulator.ORDERS))
                .with("form", Long.toString(SalesAutopilotSimulator.PAID_FORM))
                .with("order", "W-1")
                .with("paid_on", "2026-03-14")
                .with("sum", "6300")
                .with("paid", "6300");
        return new ActionTrial(
                time, Vendors.sales(sales, time), "sa.order.paid", "PUT /update/{nl}/form/{ns}/record/{id}", fields) {

            @Override
            public int acted() {
                return sales.timesFired(SalesAutopilotSimulator.PAID_FORM);
            }
        };
    }
}
