package io.mostik.spring.boot.test;

import io.mostik.testing.Simulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A vendor's simulator, and the properties by which its client finds it.
 *
 * @param client name of the client's class
 * @param starter starts the simulator
 * @param settings the properties of a simulator that was started
 */
record VendorSimulator(String client, Supplier<Simulator> starter, Function<Simulator, Map<String, String>> settings) {

    static final List<VendorSimulator> ALL = List.of(
            new VendorSimulator(
                    "io.mostik.remonline.RemOnline",
                    RemOnlineSimulator::start,
                    vendor -> remonline((RemOnlineSimulator) vendor)),
            new VendorSimulator(
                    "io.mostik.bankcards.tbank.TBank", TBankSimulator::start, vendor -> tbank((TBankSimulator) vendor)),
            new VendorSimulator(
                    "io.mostik.pbx.PbxClient", VipexSimulator::start, vendor -> pbx((VipexSimulator) vendor)),
            new VendorSimulator(
                    "io.mostik.pbx.vcclive.VccLive",
                    VccLiveSimulator::start,
                    vendor -> vcclive((VccLiveSimulator) vendor)),
            new VendorSimulator(
                    "io.mostik.salesautopilot.SalesAutopilot",
                    SalesAutopilotSimulator::start,
                    vendor -> salesautopilot((SalesAutopilotSimulator) vendor)));

    private static Map<String, String> remonline(RemOnlineSimulator vendor) {
        return Map.of(
                "mostik.remonline.base-uri", vendor.v2Uri().toString(), "mostik.remonline.api-key", vendor.apiKey());
    }

    private static Map<String, String> tbank(TBankSimulator vendor) {
        return Map.of(
                "mostik.tbank.ordinary-uri", vendor.ordinaryUri().toString(),
                "mostik.tbank.secured-uri", vendor.securedUri().toString(),
                "mostik.tbank.token", vendor.token());
    }

    private static Map<String, String> pbx(VipexSimulator vendor) {
        return Map.of(
                "mostik.pbx.base-uri", vendor.uri().toString(),
                "mostik.pbx.username", vendor.username(),
                "mostik.pbx.password", vendor.password());
    }

    private static Map<String, String> vcclive(VccLiveSimulator vendor) {
        return Map.of(
                "mostik.vcclive.base-uri", vendor.uri().toString(),
                "mostik.vcclive.customer", vendor.customer(),
                "mostik.vcclive.token", vendor.token());
    }

    private static Map<String, String> salesautopilot(SalesAutopilotSimulator vendor) {
        return Map.of(
                "mostik.salesautopilot.base-uri", vendor.uri().toString(),
                "mostik.salesautopilot.username", vendor.username(),
                "mostik.salesautopilot.password", vendor.password());
    }
}
