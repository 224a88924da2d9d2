package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bridge.Fields;
import io.mostik.bridge.action.FieldType;
import io.mostik.bridge.action.internal.Spec;

/** The fields that the actions with cards share. */
final class CardFields {

    static final String ORDER = "order";
    static final String SUM = "sum";
    static final String EMPLOYEE = "employee";

    private static final String CARD = "card";

    private CardFields() {}

    /** Begins an action with one card. */
    static Spec ofCard(String name, String description) {
        return Spec.of(name, description)
                .vendor(CardActions.VENDOR)
                .subject(fields -> fields.find(CARD).map(card -> "card:" + card))
                .required(
                        CARD, FieldType.KEY, "ucid of the card at the bank; not the number on the card", "1000000042");
    }

    static Ucid card(Fields fields) {
        return Ucid.of(fields.text(CARD));
    }
}
