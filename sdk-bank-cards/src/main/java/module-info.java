/** Business cards: the client of T-Bank. */
module io.mostik.bankcards {
    requires transitive io.mostik.core;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;

    exports io.mostik.bankcards.tbank;
    exports io.mostik.bankcards.tbank.cards;
    exports io.mostik.bankcards.tbank.limits;

    opens io.mostik.bankcards.tbank.internal to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.cards to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.limits to
            com.fasterxml.jackson.databind;
}
