/** The Smart Data Hub over any CRM connector. */
module io.mostik.datahub {
    requires transitive io.mostik.core;
    requires transitive io.mostik.remonline;
    requires transitive java.sql;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;

    exports io.mostik.datahub;
    exports io.mostik.datahub.airbyte;
    exports io.mostik.datahub.bitrix24;
    exports io.mostik.datahub.calc;
    exports io.mostik.datahub.chart;
    exports io.mostik.datahub.checks;
    exports io.mostik.datahub.connector;
    exports io.mostik.datahub.filter;
    exports io.mostik.datahub.remonline;
    exports io.mostik.datahub.report;
    exports io.mostik.datahub.sink;
    exports io.mostik.datahub.statuses;

    opens io.mostik.datahub to
            com.fasterxml.jackson.databind;
    opens io.mostik.datahub.bitrix24 to
            com.fasterxml.jackson.databind;
    opens io.mostik.datahub.calc to
            com.fasterxml.jackson.databind;
    opens io.mostik.datahub.filter to
            com.fasterxml.jackson.databind;
    opens io.mostik.datahub.report to
            com.fasterxml.jackson.databind;
    opens io.mostik.datahub.statuses to
            com.fasterxml.jackson.databind;
}
