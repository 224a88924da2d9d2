package io.mostik.core;

class StateStoreOnSqliteTest extends JdbcStateStoreContract {

    @Override
    StoreDatabase database() {
        return StoreDatabase.sqlite(folder);
    }

    @Override
    String manyRows() {
        return "with recursive s(n) as (select 1 union all select n + 1 from s where n < 200000)"
                + " select cast('open/' || n as blob), cast('x' as blob), 1, null from s";
    }
}
