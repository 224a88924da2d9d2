package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.util.List;
import java.util.Map;

/** An order that the shop has shipped since it was placed. */
class OrderChangeContractTest extends MarketingContract {

    private static final FormId STATUS = FormId.of(SalesAutopilotSimulator.STATUS_FORM);
    private static final WebshopOrder SHIPPED = WebshopOrder.builder()
            .from(SimulatorTest.shopOrder("W-1"))
            .orderStatusId("shipped")
            .build();

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new MarketingSubject(time, STATUS, "PUT /update/{nl}/form/{ns}/record/{id}") {

            private final long record = vendor.addRecord(
                    ORDERS.value(),
                    Map.of("email", "kata@example.hu", "mssys_shoprenter_id", "W-1", "mssys_webshop_status", "new"));

            @Override
            public OnceResult<?> act(StateStore node) {
                HistoryReport report = workflows(node)
                        .purchaseHistory(ORDERS, ORDER)
                        .following(STATUS)
                        .sync(List.of(SHIPPED));
                return told(report.orders().get(0));
            }

            @Override
            public int acted() {
                return vendor.timesFired(STATUS.value(), record);
            }
        };
    }
}
