/** Client of RemOnline / RO App. */
module io.mostik.remonline {
    requires transitive io.mostik.core;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;

    exports io.mostik.remonline;
    exports io.mostik.remonline.orders;
    exports io.mostik.remonline.webhooks;

    opens io.mostik.remonline.internal to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.orders to
            com.fasterxml.jackson.databind;
    opens io.mostik.remonline.webhooks to
            com.fasterxml.jackson.databind;
}
