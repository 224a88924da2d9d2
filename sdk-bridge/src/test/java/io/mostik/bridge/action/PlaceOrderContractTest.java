package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;

class PlaceOrderContractTest extends ActionContract {

    @Override
    protected ActionTrial open(StateStore store, ManualTime time) {
        SalesAutopilotSimulator sales = SalesAutopilotSimulator.startFrozen();
        Fields fields = Fields.of("list", Long.toString(SalesAutopilotSimulator.ORDERS))
                .with("form", Long.toString(SalesAutopilotSimulator.ORDER_FORM))
                .with("order", "W-1")
                .with("email", "nora@example.hu")
                .with("currency", "HUF")
                .with("line_1_product", "42")
                .with("line_1_name", "Könyv")
                .with("line_1_quantity", "2")
                .with("line_1_price", "3000")
                .with("line_1_vat", "5");
        return new ActionTrial(
                time,
                Vendors.sales(sales, time),
                "sa.order.place",
                "POST /processWebshopOrder/{nl}/ns_id/{ns}",
                fields) {

            @Override
            public int acted() {
                return sales.orders("W-1").size();
            }
        };
    }
}
