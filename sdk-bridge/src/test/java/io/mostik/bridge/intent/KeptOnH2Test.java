package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class KeptOnH2Test extends KeptContract {

    @Override
    BridgeStore store() {
        return BridgeStore.h2();
    }
}
