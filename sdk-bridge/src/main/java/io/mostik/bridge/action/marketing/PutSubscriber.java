package io.mostik.bridge.action.marketing;

import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.workflow.ConsentState;
import io.mostik.salesautopilot.workflow.Contact;
import io.mostik.salesautopilot.workflow.MarketingRefusedException;
import io.mostik.salesautopilot.workflow.MarketingWorkflows;
import java.util.Locale;
import java.util.Optional;

/**
 * Adds a subscriber, or changes what differs; for lists whose unique key is the address. Somebody who has left stays so,
 * which the code and the result say.
 */
record PutSubscriber(PerConnection<SalesAutopilot, MarketingWorkflows> marketing) {

    private static final String UPDATE_FORM = "update_form";

    Action in(ActionContext context) {
        return MarketingFields.ofSubscriber(
                        "sa.subscriber.put", "Adds a subscriber to a list of SalesAutopilot, or changes what differs.")
                .required(MarketingFields.FORM, FieldType.NUMBER, "id of a sign-up form, for new records", "20771")
                .required(UPDATE_FORM, FieldType.NUMBER, "id of an update form, for records that are there", "20772")
                .required(MarketingFields.EMAIL, FieldType.EMAIL, "the address", "nora@example.hu")
                .further(MarketingFields.FIELD)
                .result(MarketingFields.RECORD, FieldType.NUMBER, "id of the record", "81")
                .result("change", FieldType.KEY, "created, updated or unchanged", "created")
                .result("consent", FieldType.KEY, "active, pending, bounced or left", "active")
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        Fields fields = call.fields();
        RecordFields columns = MarketingFields.columns(fields)
                .with(RecordFields.builder()
                        .email(fields.text(MarketingFields.EMAIL))
                        .build());
        try {
            return result(marketing
                    .of(call.connection())
                    .contacts(MarketingFields.list(fields), MarketingFields.form(fields, UPDATE_FORM))
                    .subscribeOrUpdate(MarketingFields.form(fields, MarketingFields.FORM), columns));
        } catch (MarketingRefusedException e) {
            return MarketingFields.refused(e);
        }
    }

    private static ActionResult result(Contact contact) {
        Fields results = MarketingFields.result(Optional.of(contact.id()))
                .with("change", contact.change().name().toLowerCase(Locale.ROOT))
                .with("consent", contact.state().name().toLowerCase(Locale.ROOT));
        boolean hasLeft = contact.state() == ConsentState.LEFT;
        return ActionResult.done(hasLeft ? "subscriber_has_left" : "subscriber_put", results);
    }
}
