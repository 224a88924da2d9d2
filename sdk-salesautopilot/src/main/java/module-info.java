/** Client of SalesAutopilot. */
module io.mostik.salesautopilot {
    requires transitive io.mostik.core;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;

    exports io.mostik.salesautopilot;
    exports io.mostik.salesautopilot.ids;
    exports io.mostik.salesautopilot.orders;
    exports io.mostik.salesautopilot.records;
    exports io.mostik.salesautopilot.subscribers;

    opens io.mostik.salesautopilot.ids to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.orders to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.records to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.subscribers to
            com.fasterxml.jackson.databind;
}
