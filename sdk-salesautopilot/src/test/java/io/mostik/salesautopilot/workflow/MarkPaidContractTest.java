package io.mostik.salesautopilot.workflow;

import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderRef;
import java.time.LocalDate;
import java.util.Map;

class MarkPaidContractTest extends MarketingContract {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    @Override
    protected Subject open(StateStore store, ManualTime time) {
        return new MarketingSubject(time, PAID, "PUT /update/{nl}/form/{ns}/record/{id}") {

            private final OrderRef order = OrderRef.record(RecordId.of(vendor.addRecord(
                    ORDERS.value(),
                    Map.of("email", "kata@example.hu", "mssys_shoprenter_id", "W-1", "mssys_order_status", "1"))));

            @Override
            public OnceResult<?> act(StateStore node) {
                return workflows(node).orders(ORDERS).markPaid(PAID, order, DAY);
            }
        };
    }
}
