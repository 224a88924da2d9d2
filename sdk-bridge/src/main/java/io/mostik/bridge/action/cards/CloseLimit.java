package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.PerConnection;
import io.mostik.bridge.action.internal.Spec;
import java.util.Optional;

/** Takes what is left of an order's money off the card. */
final class CloseLimit implements Action {

    private static final ActionSpec SPEC = Spec.of(
                    "cards.limit.close", "Takes the money of an order that is closed or cancelled off the card.")
            .repeatable()
            .vendor(CardActions.VENDOR)
            .holdsSubject()
            .required(CardFields.CARD, FieldType.KEY, CardFields.CARD_MEANING, "1000000042")
            .required(CardFields.ORDER, FieldType.KEY, "number of the order", "1001")
            .build();

    private final PerConnection<TBank, CardWorkflows> cards;

    CloseLimit(PerConnection<TBank, CardWorkflows> cards) {
        this.cards = cards;
    }

    @Override
    public ActionSpec spec() {
        return SPEC;
    }

    @Override
    public Optional<String> subject(Fields fields) {
        return CardFields.subject(fields);
    }

    @Override
    public ActionResult attempt(ActionCall call) {
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
