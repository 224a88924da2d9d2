package io.mostik.examples.onec;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.Progress;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A bridge between a simulated 1C base and a simulated bank, with a clock that a test moves. */
final class BridgeHouse implements BeforeEachCallback, AfterEachCallback {

    final TBankSimulator bank = TBankSimulator.startFrozen();
    final OnecBaseSimulator base = OnecBaseSimulator.start();
    final SteppedTime time = new SteppedTime();
    final StateStore store = StateStore.inMemory(time);
    final TBank client = TBank.builder()
            .environment(Environment.of(
                    bank.ordinaryUri().toString(), bank.securedUri().toString()))
            .token(Secret.of(bank.token()))
            .build();
    final List<Progress> progress = new CopyOnWriteArrayList<>();
    OnecBridge bridge;
    OnecCaller caller;

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        bridge.close();
        client.close();
        base.close();
        bank.close();
    }

    /** Ends the bridge and starts another one on the same store. */
    void restart() {
        bridge.close();
        start();
    }

    private void start() {
        BridgeConfig config = BridgeConfig.of(Map.of(
                "key",
                OnecCaller.KEY,
                "port",
                "0",
                "odata.url",
                base.uri().toString(),
                "odata.user",
                base.user(),
                "odata.password",
                base.password(),
                "odata.every-seconds",
                "100000000"));
        bridge = OnecBridge.start(config, client, store, time, () -> progress::add);
        caller = new OnecCaller(bridge.uri());
    }
}
