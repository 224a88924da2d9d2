/** The bridge between 1C, ERP, offices and the vendors, as a library. */
module io.mostik.bridge {
    requires transitive io.mostik.core;
    requires transitive io.mostik.bankcards;
    requires transitive io.mostik.pbx;
    requires transitive io.mostik.salesautopilot;
    requires transitive io.mostik.remonline;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.kagkarlsson.scheduler;

    exports io.mostik.bridge;
    exports io.mostik.bridge.action;
    exports io.mostik.bridge.decision;
    exports io.mostik.bridge.intent;
    exports io.mostik.bridge.trigger;

    uses io.mostik.bridge.action.ActionProvider;
}
