/** The bridge between 1C, ERP, offices and the vendors, as a library. */
module io.mostik.bridge {
    requires transitive io.mostik.core;
    requires transitive io.mostik.bankcards;
    requires transitive io.mostik.pbx;
    requires transitive io.mostik.salesautopilot;
    requires transitive io.mostik.remonline;
    requires transitive java.sql;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.kagkarlsson.scheduler;
    requires java.xml;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static com.h2database;
    requires static org.immutables.value.annotations;

    exports io.mostik.bridge;
    exports io.mostik.bridge.action;
    exports io.mostik.bridge.action.web;
    exports io.mostik.bridge.decision;
    exports io.mostik.bridge.gateway;
    exports io.mostik.bridge.intent;
    exports io.mostik.bridge.link;
    exports io.mostik.bridge.messages;
    exports io.mostik.bridge.onec;
    exports io.mostik.bridge.trigger;

    opens io.mostik.bridge.store to
            com.h2database;
    opens io.mostik.bridge.action.internal to
            com.fasterxml.jackson.databind;
    opens io.mostik.bridge.action.repair to
            com.fasterxml.jackson.databind;

    uses io.mostik.bridge.action.ActionProvider;

    provides io.mostik.bridge.action.ActionProvider with
            io.mostik.bridge.action.base.TellingActions,
            io.mostik.bridge.action.calls.CallActions,
            io.mostik.bridge.action.cards.CardActions,
            io.mostik.bridge.action.marketing.MarketingActions,
            io.mostik.bridge.action.repair.RepairActions,
            io.mostik.bridge.action.vcc.VccActions,
            io.mostik.bridge.action.web.WebActions;
}
