package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class JournalOnPostgresTest extends JournalContract {

    @Override
    BridgeStore store() {
        return BridgeStore.postgres();
    }
}
