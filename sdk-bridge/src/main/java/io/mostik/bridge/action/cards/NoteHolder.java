package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardRecord;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;

/** Notes who holds a card, which the bank does not know. Nothing is sent. */
record NoteHolder(PerConnection<TBank, CardWorkflows> cards) {

    Action in(ActionContext context) {
        return CardFields.ofCard("cards.holder.note", "Notes which employee holds a card; the bank does not know it.")
                .repeatable()
                .required(
                        CardFields.EMPLOYEE,
                        FieldType.REFERENCE,
                        "the employee, by the GUID of 1C or another name",
                        "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001")
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        String employee = call.fields().text(CardFields.EMPLOYEE);
        CardRecord unused = cards.of(call.connection())
                .directory()
                .update(CardFields.card(call.fields()), known -> known.employee(employee));
        return ActionResult.done("holder_noted");
    }
}
