/** Client of SalesAutopilot. */
module io.mostik.salesautopilot {
    requires transitive io.mostik.core;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;

    exports io.mostik.salesautopilot;
    exports io.mostik.salesautopilot.coupons;
    exports io.mostik.salesautopilot.crm;
    exports io.mostik.salesautopilot.external;
    exports io.mostik.salesautopilot.globals;
    exports io.mostik.salesautopilot.ids;
    exports io.mostik.salesautopilot.letters;
    exports io.mostik.salesautopilot.lists;
    exports io.mostik.salesautopilot.orders;
    exports io.mostik.salesautopilot.products;
    exports io.mostik.salesautopilot.records;
    exports io.mostik.salesautopilot.segments;
    exports io.mostik.salesautopilot.source.billingo;
    exports io.mostik.salesautopilot.source.szamlazz;
    exports io.mostik.salesautopilot.source.woocommerce;
    exports io.mostik.salesautopilot.subscribers;
    exports io.mostik.salesautopilot.usage;
    exports io.mostik.salesautopilot.v2;
    exports io.mostik.salesautopilot.workflow;

    opens io.mostik.salesautopilot.coupons to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.globals to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.ids to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.letters to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.lists to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.orders to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.products to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.records to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.subscribers to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.usage to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.v2 to
            com.fasterxml.jackson.databind;
    opens io.mostik.salesautopilot.workflow to
            com.fasterxml.jackson.databind;
}
