/** Simulators of the vendors, and the kit they are made of. */
module io.mostik.testing {
    requires transitive com.fasterxml.jackson.databind;
    requires jdk.httpserver;
    requires jdk.net;
    requires static org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports io.mostik.testing;
    exports io.mostik.testing.billingo;
    exports io.mostik.testing.bitrix24;
    exports io.mostik.testing.onec;
    exports io.mostik.testing.program;
    exports io.mostik.testing.remonline;
    exports io.mostik.testing.salesautopilot;
    exports io.mostik.testing.szamlazz;
    exports io.mostik.testing.tbank;
    exports io.mostik.testing.vcclive;
    exports io.mostik.testing.vipex;
    exports io.mostik.testing.woocommerce;
}
