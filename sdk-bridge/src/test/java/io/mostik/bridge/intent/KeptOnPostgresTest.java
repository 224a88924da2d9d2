package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class KeptOnPostgresTest extends KeptContract {

    @Override
    BridgeStore store() {
        return BridgeStore.postgres();
    }
}
