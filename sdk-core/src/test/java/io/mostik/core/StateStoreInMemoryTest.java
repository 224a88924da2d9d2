package io.mostik.core;

import io.mostik.core.test.ManualTime;
import io.mostik.core.test.StateStoreContract;
import java.util.Optional;

class StateStoreInMemoryTest extends StateStoreContract {

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);

    @Override
    protected StateStore node() {
        return store;
    }

    @Override
    protected Optional<ManualTime> clock() {
        return Optional.of(time);
    }
}
