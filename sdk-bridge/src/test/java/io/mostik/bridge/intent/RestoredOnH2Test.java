package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class RestoredOnH2Test extends RestoredContract {

    @Override
    BridgeStore store() {
        return BridgeStore.h2();
    }
}
