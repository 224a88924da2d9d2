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
 * @param hooks the settings that prove its webhooks; none if it sends none
 */
record VendorRules(
        List<String> needed, List<String> further, List<String> secrets, boolean certificate, List<String> hooks) {

    /** Plain settings that are on or off. */
    static final Set<String> SWITCHES = Set.of("private", "heedsKey");

    private static final List<String> NONE = List.of();
    private static final String SECRET = "secret";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String ADDRESS = "address";
    private static final String FROM = "from";
    private static final Map<String, VendorRules> ALL = all();

    static Set<String> names() {
        return ALL.keySet();
    }

    /** Returns the rules of a vendor; those without any setting if it is unknown. */
    static VendorRules of(String vendor) {
        return ALL.getOrDefault(vendor, new VendorRules(NONE, NONE, NONE, true, List.of(SECRET, USER, PASSWORD, FROM)));
    }

    private static Map<String, VendorRules> all() {
        Map<String, VendorRules> all = new LinkedHashMap<>();
        all.put(
                "tbank",
                new VendorRules(
                        NONE,
                        List.of(ADDRESS, "secured"),
                        List.of("token"),
                        true,
                        List.of(SECRET, USER, PASSWORD, FROM)));
        all.put(
                "vcc",
                new VendorRules(
                        List.of("customer"),
                        List.of(ADDRESS, "region"),
                        List.of("token"),
                        false,
                        List.of(SECRET, FROM)));
        all.put(
                "vipex",
                new VendorRules(
                        List.of(ADDRESS, USER),
                        List.of("region"),
                        List.of(PASSWORD),
                        false,
                        List.of(SECRET, USER, PASSWORD)));
        all.put(
                "salesautopilot",
                new VendorRules(
                        List.of(USER), List.of(ADDRESS), List.of(PASSWORD), false, List.of(USER, PASSWORD, FROM)));
        all.put(
                "remonline",
                new VendorRules(NONE, List.of(ADDRESS, "unversioned"), List.of("key"), false, List.of(SECRET)));
        all.put(
                "onec",
                new VendorRules(
                        List.of(ADDRESS, USER), List.of("private", "heedsKey"), List.of(PASSWORD), false, NONE));
        all.put("http", new VendorRules(List.of(ADDRESS), List.of("private", "heedsKey"), NONE, false, NONE));
        all.put("mailchimp", new VendorRules(NONE, NONE, NONE, false, List.of(SECRET)));
        all.put(
                "szamlazz",
                new VendorRules(List.of("issuer"), List.of(ADDRESS), List.of("key"), false, List.of(SECRET, FROM)));
        all.put(
                "woocommerce",
                new VendorRules(List.of(ADDRESS, USER), NONE, List.of(PASSWORD), false, List.of(SECRET)));
        return all;
    }
}
