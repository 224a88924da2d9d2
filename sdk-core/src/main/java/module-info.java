/** The engine under the vendor clients, and the vocabulary they share. */
@SuppressWarnings("module")
module io.mostik.core {
    requires transitive java.net.http;
    requires static transitive java.sql;
    requires static transitive jdk.httpserver;
    requires static jakarta.servlet;
    requires java.xml;
    requires jdk.jfr;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.mostik.core;
    exports io.mostik.core.http;
    exports io.mostik.core.json;
    exports io.mostik.core.once;
    exports io.mostik.core.webhook;

    // Any mapper reads and writes Json; tools.jackson is version 3, where there is one.
    opens io.mostik.core.json to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}
