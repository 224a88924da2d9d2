package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class RestoredOnPostgresTest extends RestoredContract {

    @Override
    BridgeStore store() {
        return BridgeStore.postgres();
    }
}
