/** Client of RemOnline / RO App. */
module io.mostik.remonline {
    requires transitive io.mostik.core;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;

    exports io.mostik.remonline;
    exports io.mostik.remonline.assets;
    exports io.mostik.remonline.bookings;
    exports io.mostik.remonline.catalog;
    exports io.mostik.remonline.common;
    exports io.mostik.remonline.company;
    exports io.mostik.remonline.contacts;
    exports io.mostik.remonline.estimates;
    exports io.mostik.remonline.finance;
    exports io.mostik.remonline.inquiries;
    exports io.mostik.remonline.invoices;
    exports io.mostik.remonline.legacy;
    exports io.mostik.remonline.marketing;
    exports io.mostik.remonline.orders;
    exports io.mostik.remonline.sales;
    exports io.mostik.remonline.tasks;
    exports io.mostik.remonline.warehouse;
    exports io.mostik.remonline.webhooks;
    exports io.mostik.remonline.workflow;

    opens io.mostik.remonline.assets to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.bookings to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.catalog to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.common to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.company to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.contacts to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.finance to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.inquiries to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.internal to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.invoices to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.legacy to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.marketing to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.orders to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.sales to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.tasks to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.warehouse to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.webhooks to
            com.fasterxml.jackson.databind;
}
