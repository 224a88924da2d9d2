package io.mostik.bridge.action.marketing;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;

/** Lets an address leave a list. Never too late, and not stopped by a budget. */
record Unsubscribe(PerConnection<SalesAutopilot, MarketingWorkflows> marketing) {

    Action in(ActionContext context) {
        return MarketingFields.ofSubscriber(
                        "sa.subscriber.unsubscribe", "Lets an address leave a list of SalesAutopilot.")
                .required(MarketingFields.EMAIL, FieldType.EMAIL, "the address", "nora@example.hu")
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        boolean unused = marketing
                .of(call.connection())
                .consent(MarketingFields.list(call.fields()))
                .leave(call.fields().text(MarketingFields.EMAIL));
        return ActionResult.done("unsubscribed");
    }
}
