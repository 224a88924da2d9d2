package io.mostik.bridge.action.marketing;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.IntentWrites;
import io.mostik.bridge.action.internal.LocalDates;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.workflow.MarketingRefusedException;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Marks an order paid once it is paid in full; a part of its sum does not mark it. A payment that comes before its order waits
 * for it up to 30 days.
 */
record MarkOrderPaid(PerConnection<SalesAutopilot, MarketingWorkflows> marketing, ZoneId zone) {

    private static final String PAID_ON = "paid_on";
    private static final String SUM = "sum";
    private static final String PAID = "paid";

    Action in(ActionContext context) {
        return MarketingFields.ofOrder(
                        "sa.order.paid",
                        "Marks an order of SalesAutopilot paid, if its whole sum is paid.",
                        "id of the update form that is kept for payments",
                        "21402")
                .validFor(Duration.ofDays(30))
                .required(PAID_ON, FieldType.DATE, "day of the payment", "2026-11-29")
                .required(SUM, FieldType.MONEY, "sum of the order", "25400")
                .required(PAID, FieldType.MONEY, "what is paid of it in all", "25400")
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        Fields fields = call.fields();
        if (fields.number(PAID).compareTo(fields.number(SUM)) < 0) {
            return ActionResult.refused("partly_paid");
        }
        try {
            return IntentWrites.result(
                    marketing
                            .of(call.connection())
                            .orders(MarketingFields.list(fields))
                            .markPaid(
                                    MarketingFields.form(fields, MarketingFields.FORM),
                                    OrderRef.shopOrder(fields.text(MarketingFields.ORDER)),
                                    LocalDates.day(fields.text(PAID_ON), zone)),
                    record -> ActionResult.done("order_paid", MarketingFields.result(record)));
        } catch (MarketingRefusedException e) {
            boolean neverCame = call.isLate() && e.reason() == MarketingRefusedException.Reason.NO_ORDER;
            return neverCame ? ActionResult.refused("order_missing") : MarketingFields.refused(e);
        }
    }
}
