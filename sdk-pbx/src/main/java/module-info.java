/** Telephony: any PBX that is called by HTTP, VIPeX among them, and VCC Live. */
module io.mostik.pbx {
    requires transitive io.mostik.core;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.databind;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static org.immutables.value.annotations;

    exports io.mostik.pbx;
    exports io.mostik.pbx.config;
    exports io.mostik.pbx.vipex;
    exports io.mostik.pbx.webhooks;
    exports io.mostik.pbx.workflow;
    exports io.mostik.pbx.vcclive;
    exports io.mostik.pbx.vcclive.errors;
    exports io.mostik.pbx.vcclive.projects;
    exports io.mostik.pbx.vcclive.records;
    exports io.mostik.pbx.vcclive.statistics;
    exports io.mostik.pbx.vcclive.users;
    exports io.mostik.pbx.vcclive.campaigns;
    exports io.mostik.pbx.vcclive.desktop;
    exports io.mostik.pbx.vcclive.voice;
    exports io.mostik.pbx.vcclive.links;
    exports io.mostik.pbx.vcclive.webhooks;
    exports io.mostik.pbx.vcclive.workflow;

    opens io.mostik.pbx to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.workflow to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.errors to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.internal to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.projects to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.records to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.statistics to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.users to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.campaigns to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.voice to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.webhooks to
            com.fasterxml.jackson.databind;
    opens io.mostik.pbx.vcclive.workflow to
            com.fasterxml.jackson.databind;
}
