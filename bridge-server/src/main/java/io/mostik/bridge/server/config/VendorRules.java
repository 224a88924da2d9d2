package io.mostik.bridge.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which settings a vendor's connection has.
 *
 * @param needed plain settings that must be there
 * @param further plain settings that may be there
 * @param secrets credentials that must be there
 * @param certificate whether a client certificate may be there
 * @param hooks whether the vendor sends webhooks
 */
record VendorRules(
        List<String> needed, List<String> further, List<String> secrets, boolean certificate, boolean hooks) {

    private static final List<String> NONE = List.of();
    private static final Map<String, VendorRules> ALL = all();

    static Set<String> names() {
        return ALL.keySet();
    }

    /** Returns the rules of a vendor; those without any setting if it is unknown. */
    static VendorRules of(String vendor) {
        return ALL.getOrDefault(vendor, new VendorRules(NONE, NONE, NONE, true, true));
    }

    private static Map<String, VendorRules> all() {
        Map<String, VendorRules> all = new LinkedHashMap<>();
        all.put("tbank", new VendorRules(NONE, List.of("address", "secured"), List.of("token"), true, true));
        all.put(
                "vcc",
                new VendorRules(List.of("customer"), List.of("address", "region"), List.of("token"), false, true));
        all.put(
                "vipex",
                new VendorRules(List.of("address", "user"), List.of("region"), List.of("password"), false, true));
        all.put(
                "salesautopilot",
                new VendorRules(List.of("user"), List.of("address"), List.of("password"), false, true));
        all.put("remonline", new VendorRules(NONE, List.of("address", "unversioned"), List.of("key"), false, true));
        all.put(
                "onec",
                new VendorRules(
                        List.of("address", "user"), List.of("private", "heedsKey"), List.of("password"), false, false));
        all.put("http", new VendorRules(List.of("address"), List.of("private", "heedsKey"), NONE, false, false));
        all.put("mailchimp", new VendorRules(NONE, NONE, NONE, false, true));
        all.put("invoices", new VendorRules(NONE, NONE, NONE, false, true));
        all.put("webshop", new VendorRules(NONE, NONE, NONE, false, true));
        return all;
    }
}
