/** Telephony: VIPeX, any PBX of its shape, and VCC Live. */
module io.mostik.pbx {
    requires transitive io.mostik.core;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static jdk.httpserver;
    requires static jakarta.servlet;
    requires static org.immutables.value.annotations;

    exports io.mostik.pbx;
    exports io.mostik.pbx.vipex;
    exports io.mostik.pbx.vipex.hooks;
    exports io.mostik.pbx.web;
}
