package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.workflow.CardRecord;
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

/** Notes who holds a card, which the bank does not know. Nothing is sent. */
final class NoteHolder implements Action {

    private static final ActionSpec SPEC = Spec.of(
                    "cards.holder.note", "Notes which employee holds a card; the bank does not know it.")
            .repeatable()
            .vendor(CardActions.VENDOR)
            .required(CardFields.CARD, FieldType.KEY, CardFields.CARD_MEANING, "1000000042")
            .required(
                    CardFields.EMPLOYEE,
                    FieldType.REFERENCE,
                    "the employee, by the GUID of 1C or another name",
                    "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001")
            .build();

    private final PerConnection<TBank, CardWorkflows> cards;

    NoteHolder(PerConnection<TBank, CardWorkflows> cards) {
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
        String employee = call.fields().text(CardFields.EMPLOYEE);
        CardRecord unused = cards.of(call.connection())
                .directory()
                .update(CardFields.card(call.fields()), known -> known.employee(employee));
        return ActionResult.done("holder_noted");
    }
}
