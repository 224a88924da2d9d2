/** Stories that compile and run; never published. A named module, so that it proves the others. */
module io.mostik.examples {
    requires io.mostik.bankcards;
    requires io.mostik.bridge;
    requires io.mostik.datahub;
    requires io.mostik.pbx;
    requires io.mostik.remonline;
    requires io.mostik.salesautopilot;
    requires io.mostik.testing;
    requires com.h2database;
    requires java.naming;
    requires java.sql;
    requires me.tongfei.progressbar;
    requires jdk.httpserver;
    requires static org.jspecify;

    opens io.mostik.examples.desk to
            com.fasterxml.jackson.databind;
}
