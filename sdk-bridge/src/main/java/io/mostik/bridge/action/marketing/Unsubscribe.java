package io.mostik.bridge.action.marketing;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.bridge.action.internal.Spec;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import java.util.Optional;

/** Lets an address leave a list. Never too late, and not stopped by a budget. */
final class Unsubscribe implements Action {

    private static final ActionSpec SPEC = Spec.of(
                    "sa.subscriber.unsubscribe", "Lets an address leave a list of SalesAutopilot.")
            .repeatable()
            .vendor(MarketingActions.VENDOR)
            .required(MarketingFields.LIST, FieldType.NUMBER, MarketingFields.LIST_MEANING, "5123")
            .required(MarketingFields.EMAIL, FieldType.EMAIL, "the address", "nora@example.hu")
            .build();

    private final PerConnection<SalesAutopilot, MarketingWorkflows> marketing;

    Unsubscribe(PerConnection<SalesAutopilot, MarketingWorkflows> marketing) {
        this.marketing = marketing;
    }

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return MarketingFields.subscriber(fields);
    }

    @Override
    public ActionResult attempt(ActionCall call) {
        boolean unused = marketing
                .of(call.connection())
                .consent(MarketingFields.list(call.fields()))
                .leave(call.fields().text(MarketingFields.EMAIL));
        return ActionResult.done("unsubscribed");
    }
}
