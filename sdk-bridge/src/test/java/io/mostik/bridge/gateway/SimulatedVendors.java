package io.mostik.bridge.gateway;

import io.mostik.bridge.Connections;
import io.mostik.bridge.action.web.WebTarget;
import io.mostik.core.Secret;
import io.mostik.pbx.PbxClient;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.remonline.RemOnline;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatorServer;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator of each vendor but the bank, which a {@link GatewayServer} has anyway, and a server that takes what is posted; to
 * be closed after it.
 */
record SimulatedVendors(
        VccLiveSimulator callCentre,
        SalesAutopilotSimulator letters,
        RemOnlineSimulator repair,
        VipexSimulator pbx,
        SimulatorServer receiver)
        implements AfterAllCallback {

    static SimulatedVendors start() {
        return new SimulatedVendors(
                VccLiveSimulator.startFrozen(),
                SalesAutopilotSimulator.startFrozen(),
                RemOnlineSimulator.startFrozen(),
                VipexSimulator.startFrozen(),
                SimulatorServer.start(request -> Answer.json(200, Map.of())));
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
        PbxClient office = Vipex.client()
                .baseUri(pbx.uri().toString())
                .credentials(pbx.username(), Secret.of(pbx.password()))
                .build();
        return connections
                .with("callcentre", "vcc", vcc)
                .with("letters", "salesautopilot", sales)
                .with("repair", "remonline", orders)
                .with("pbx", "vipex", office)
                .with("zup", "onec", target())
                .with("site", "http", target());
    }

    private WebTarget target() {
        return WebTarget.builder()
                .address(receiver.uri().toString())
                .mayBePrivate()
                .build();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        callCentre.close();
        letters.close();
        repair.close();
        pbx.close();
        receiver.close();
    }
}
