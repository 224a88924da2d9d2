/** Business cards: the client of T-Bank, and the workflows above it. */
module io.mostik.bankcards {
    requires transitive io.mostik.core;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;

    exports io.mostik.bankcards.workflow;
    exports io.mostik.bankcards.tbank;
    exports io.mostik.bankcards.tbank.cards;
    exports io.mostik.bankcards.tbank.limits;
    exports io.mostik.bankcards.tbank.virtualcards;
    exports io.mostik.bankcards.tbank.identification;
    exports io.mostik.bankcards.tbank.operations;
    exports io.mostik.bankcards.tbank.company;
    exports io.mostik.bankcards.tbank.tid;
    exports io.mostik.bankcards.tbank.webhooks;

    opens io.mostik.bankcards.workflow to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.internal to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.cards to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.limits to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.virtualcards to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.identification to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.operations to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.company to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.webhooks to
            com.fasterxml.jackson.databind;
    opens io.mostik.bankcards.tbank.tid to
            com.fasterxml.jackson.databind;
}
