package io.mostik.core;

class StateStoreOnMariaDbTest extends JdbcStateStoreContract {

    @Override
    StoreDatabase database() {
        return StoreDatabase.mariaDb();
    }

    @Override
    String manyRows() {
        return "select concat('open/', seq), 'x', 1, null from seq_1_to_200000";
    }
}
