package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class JournalOnH2Test extends JournalContract {

    @Override
    BridgeStore store() {
        return BridgeStore.h2();
    }
}
