package io.mostik.bridge.intent;

import io.mostik.bridge.BridgeStore;

class WithoutSubjectOnH2Test extends WithoutSubjectContract {

    @Override
    BridgeStore store() {
        return BridgeStore.h2();
    }

    @Override
    int stepsToAccept() {
        return 3;
    }

    @Override
    int stepsToEnd() {
        return 3;
    }
}
