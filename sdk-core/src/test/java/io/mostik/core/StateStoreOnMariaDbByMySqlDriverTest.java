package io.mostik.core;

class StateStoreOnMariaDbByMySqlDriverTest extends JdbcStateStoreContract {

    @Override
    StoreDatabase database() {
        return StoreDatabase.mariaDbByMySqlDriver();
    }

    @Override
    String manyRows() {
        return "select concat('open/', seq), 'x', 1, null from seq_1_to_200000";
    }
}
