package io.mostik.bridge.gateway;

import io.mostik.bridge.Connections;
import io.mostik.core.Secret;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.remonline.RemOnline;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulator of each vendor but the bank, which a {@link GatewayServer} has anyway; to be closed after it. */
record SimulatedVendors(VccLiveSimulator callCentre, SalesAutopilotSimulator letters, RemOnlineSimulator repair)
        implements AfterAllCallback {

    static SimulatedVendors start() {
        return new SimulatedVendors(
                VccLiveSimulator.startFrozen(),
                SalesAutopilotSimulator.startFrozen(),
                RemOnlineSimulator.startFrozen());
    }

    /** Returns these connections and one to each. */
    Connections with(Connections connections) {
        VccLive vcc = VccLive.builder()
                .customer(callCentre.customer())
                .token(Secret.of(callCentre.token()))
                .baseUri(callCentre.uri().toString())
                .build();
        SalesAutopilot sales = SalesAutopilot.builder()
                .keyPair(letters.username(), Secret.of(letters.password()))
                .baseUri(letters.uri().toString())
                .build();
        RemOnline orders = RemOnline.builder()
                .apiKey(Secret.of(repair.apiKey()))
                .baseUri(repair.v2Uri().toString())
                .build();
        return connections
                .with("callcentre", "vcc", vcc)
                .with("letters", "salesautopilot", sales)
                .with("repair", "remonline", orders);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        callCentre.close();
        letters.close();
        repair.close();
    }
}
