package io.mostik.testing;

import io.mostik.testing.billingo.BillingoSimulator;
import io.mostik.testing.bitrix24.Bitrix24Simulator;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.szamlazz.SzamlazzSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexProfile;
import io.mostik.testing.vipex.VipexSimulator;
import io.mostik.testing.woocommerce.WooCommerceSimulator;
import java.util.List;
import java.util.function.IntFunction;

/** The list of all simulators. */
final class Simulators {

    static final List<Entry> ALL = List.of(
            new Entry(
                    "billingo",
                    BillingoSimulator.class,
                    port -> BillingoSimulator.start(port, SimulatedClock.running())),
            new Entry(
                    "bitrix24",
                    Bitrix24Simulator.class,
                    port -> Bitrix24Simulator.start(port, SimulatedClock.running())),
            new Entry("onec", OnecBaseSimulator.class, OnecBaseSimulator::start),
            new Entry(
                    "remonline",
                    RemOnlineSimulator.class,
                    port -> RemOnlineSimulator.start(port, SimulatedClock.running())),
            new Entry(
                    "salesautopilot",
                    SalesAutopilotSimulator.class,
                    port -> SalesAutopilotSimulator.start(port, SimulatedClock.running())),
            new Entry(
                    "szamlazz",
                    SzamlazzSimulator.class,
                    port -> SzamlazzSimulator.start(port, SimulatedClock.running())),
            new Entry("tbank", TBankSimulator.class, port -> TBankSimulator.start(port, SimulatedClock.running())),
            new Entry(
                    "vcclive", VccLiveSimulator.class, port -> VccLiveSimulator.start(port, SimulatedClock.running())),
            new Entry(
                    "vipex",
                    VipexSimulator.class,
                    port -> VipexSimulator.start(port, VipexProfile.defaults(), SimulatedClock.running())),
            new Entry(
                    "woocommerce",
                    WooCommerceSimulator.class,
                    port -> WooCommerceSimulator.start(port, SimulatedClock.running())));

    private Simulators() {}

    /** A simulator by the name it is started with; it takes the port, zero for a free one. */
    record Entry(String name, Class<? extends Simulator> type, IntFunction<? extends Simulator> starter) {}
}
