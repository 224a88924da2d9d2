package io.mostik.bridge.action.cards;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bridge.Fields;
import java.util.Optional;

/** The fields that the actions with cards share. */
final class CardFields {

    static final String CARD = "card";
    static final String ORDER = "order";
    static final String SUM = "sum";
    static final String EMPLOYEE = "employee";
    static final String CARD_MEANING = "ucid of the card at the bank; not the number on the card";

    private CardFields() {}

    static Ucid card(Fields fields) {
        return Ucid.of(fields.text(CARD));
    }

    static Optional<String> subject(Fields fields) {
        return fields.find(CARD).map(card -> "card:" + card);
    }
}
