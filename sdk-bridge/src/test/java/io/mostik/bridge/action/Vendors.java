package io.mostik.bridge.action;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bridge.action.ActionTrial.VendorClient;
import io.mostik.bridge.action.web.WebTarget;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.remonline.RemOnline;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.testing.Answer;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The simulated vendors with their clients. */
final class Vendors {

    private Vendors() {}

    static VendorClient tbank(TBankSimulator bank, TimeSource time) {
        return new VendorClient(
                "tbank",
                bank,
                TBank.builder()
                        .environment(Environment.of(
                                bank.ordinaryUri().toString(), bank.securedUri().toString()))
                        .token(Secret.of(bank.token()))
                        .http(http -> http.time(time))
                        .build());
    }

    static VendorClient vcc(VccLiveSimulator vcc, TimeSource time) {
        return new VendorClient(
                "vcc",
                vcc,
                VccLive.builder()
                        .customer(vcc.customer())
                        .token(Secret.of(vcc.token()))
                        .baseUri(vcc.uri().toString())
                        .http(http -> http.time(time))
                        .build());
    }

    static VendorClient vipex(VipexSimulator pbx, TimeSource time) {
        return new VendorClient(
                "vipex",
                pbx,
                Vipex.client()
                        .baseUri(pbx.uri().toString())
                        .credentials(pbx.username(), Secret.of(pbx.password()))
                        .http(http -> http.time(time))
                        .build());
    }

    static VendorClient sales(SalesAutopilotSimulator sales, TimeSource time) {
        sales.parallelRefused(false);
        return new VendorClient(
                "salesautopilot",
                sales,
                SalesAutopilot.builder()
                        .keyPair(sales.username(), Secret.of(sales.password()))
                        .baseUri(sales.uri().toString())
                        .http(http -> http.time(time))
                        .build());
    }

    /** The vendor's clock begins with the trial's: leads are looked for by the time they were made. */
    static RemOnlineSimulator repairVendor(TimeSource time) {
        RemOnlineSimulator vendor = RemOnlineSimulator.start(0, SimulatedClock.at(time.now()));
        vendor.unlimited();
        return vendor;
    }

    static VendorClient repair(RemOnlineSimulator vendor, TimeSource time) {
        return new VendorClient(
                "remonline",
                vendor,
                RemOnline.builder()
                        .apiKey(Secret.of(vendor.apiKey()))
                        .baseUri(vendor.v2Uri().toString())
                        .http(http -> http.time(time))
                        .build());
    }

    static VendorClient web(Receiver receiver, TimeSource time, boolean heedsKey) {
        WebTarget.Builder target = WebTarget.builder()
                .address(receiver.uri().toString())
                .mayBePrivate()
                .http(http -> http.time(time));
        return new VendorClient("http", receiver, (heedsKey ? target.heedsKey() : target).build());
    }

    /** A server of the company; it may know the keys of what it has done. */
    static final class Receiver implements Simulator {

        private final AtomicInteger acted = new AtomicInteger();
        private final Set<String> keys = ConcurrentHashMap.newKeySet();
        private final boolean heedsKey;
        private final SimulatorServer server;

        Receiver(boolean heedsKey) {
            this.heedsKey = heedsKey;
            this.server = SimulatorServer.start(
                    0, SimulatedClock.standing(), new Routes().on("POST", "/hs/paid", (request, path) -> {
                                boolean isNew = keys.add(
                                        request.header("Idempotency-Key").orElse(""));
                                if (isNew || !this.heedsKey) {
                                    acted.incrementAndGet();
                                }
                                return Answer.json(200, Map.of("taken", isNew));
                            }));
        }

        int acted() {
            return acted.get();
        }

        @Override
        public SimulatorServer server() {
            return server;
        }
    }
}
