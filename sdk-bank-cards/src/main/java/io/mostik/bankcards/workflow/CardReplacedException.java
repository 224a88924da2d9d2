package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;

/** A card was reissued: its orders continue with the new card. Never leaves this package. */
final class CardReplacedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient Ucid successor;

    CardReplacedException(Ucid successor) {
        super("the card was replaced by " + successor);
        this.successor = successor;
    }

    Ucid successor() {
        return successor;
    }
}
