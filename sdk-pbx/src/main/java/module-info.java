/** Telephony: VIPeX, any PBX of its shape, and VCC Live. */
module io.mostik.pbx {
    requires transitive io.mostik.core;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static org.immutables.value.annotations;

    exports io.mostik.pbx;
    exports io.mostik.pbx.vipex;
}
