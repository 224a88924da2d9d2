package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionContext;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;

/** Takes what is left of an order's money off the card. */
record CloseLimit(PerConnection<TBank, CardWorkflows> cards) {

    Action in(ActionContext context) {
        return CardFields.ofCard(
                        "cards.limit.close", "Takes the money of an order that is closed or cancelled off the card.")
                .repeatable()
                .holdsSubject()
                .required(CardFields.ORDER, FieldType.KEY, "number of the order", "1001")
                .does(context, this::attempt);
    }

    private ActionResult attempt(ActionCall call) {
        try {
            boolean closed = cards.of(call.connection())
                    .allowances()
                    .close(CardFields.card(call.fields()), call.fields().text(CardFields.ORDER));
            return closed ? ActionResult.done("limit_closed") : ActionResult.refused("card_other_order");
        } catch (CardRefusedException e) {
            return CardRefusals.of(e);
        }
    }
}
