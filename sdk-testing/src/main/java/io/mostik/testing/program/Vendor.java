package io.mostik.testing.program;

import io.mostik.testing.SimulatedClock;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A vendor that can be played.
 *
 * @param ports how many ports in a row it takes
 */
record Vendor(String name, String title, int ports, BiFunction<Integer, SimulatedClock, Played> start) {

    /** All of them, in the order of their ports. */
    static final List<Vendor> ALL = List.of(
            new Vendor("tbank", "T-Bank", 2, TBankPlayed::new),
            new Vendor("vipex", "VIPeX", 1, VipexPlayed::new),
            new Vendor("vcclive", "VCC Live", 1, VccLivePlayed::new),
            new Vendor("salesautopilot", "SalesAutopilot", 1, SalesAutopilotPlayed::new),
            new Vendor("remonline", "RemOnline", 1, RemOnlinePlayed::new),
            new Vendor("woocommerce", "WooCommerce", 1, WooCommercePlayed::new),
            new Vendor("billingo", "Billingo", 1, BillingoPlayed::new),
            new Vendor("szamlazz", "Számlázz.hu", 1, SzamlazzPlayed::new),
            new Vendor("onec", "1C", 1, OnecPlayed::new));
}
