package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class WithoutSubjectOnPostgresTest extends WithoutSubjectContract {

    @Override
    BridgeStore store() {
        return BridgeStore.postgres();
    }

    @Override
    int stepsToAccept() {
        return 1;
    }

    @Override
    int stepsToEnd() {
        return 1;
    }
}
