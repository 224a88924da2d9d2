package io.mostik.core;

class StateStoreOnH2Test extends JdbcStateStoreContract {

    @Override
    StoreDatabase database() {
        return StoreDatabase.h2InMemory();
    }

    @Override
    String laterSchema() {
        return "'3'";
    }

    @Override
    String manyRows() {
        return "select stringtoutf8('open/' || x), 'x', 1, null from system_range(1, 200000)";
    }
}
