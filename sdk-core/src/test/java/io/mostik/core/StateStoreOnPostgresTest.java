package io.mostik.core;

class StateStoreOnPostgresTest extends JdbcStateStoreContract {

    @Override
    StoreDatabase database() {
        return StoreDatabase.postgres();
    }

    @Override
    String laterSchema() {
        return "'3'";
    }

    @Override
    String manyRows() {
        return "select 'open/' || n, 'x', 1, null from generate_series(1, 200000) n";
    }
}
