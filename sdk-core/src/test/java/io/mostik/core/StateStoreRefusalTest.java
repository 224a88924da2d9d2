package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases in which the store would forget or mix up something. */
class StateStoreRefusalTest {

    private static final String COLUMNS =
            " not null primary key, state_value %s not null, version bigint not null," + " expires_at bigint)";

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft SQL Server", "Oracle", "HSQL Database Engine", "Apache Derby"})
    void givenUnsupportedProduct_whenOpening_thenNamesIt(String product) {
        assertRefused(named(product), product + " is not supported");
    }

    @ParameterizedTest
    @ValueSource(strings = {";MODE=Oracle", ";MODE=MSSQLServer", ";MODE=PostgreSQL", ";MODE=MySQL", ";IGNORECASE=TRUE"})
    void givenOtherMode_whenOpening_thenWorks(String mode) {
        StateStore store = JdbcStateStore.create(StoreDatabase.h2InMemory(mode).openPooled());

        store.put("a", "");
        store.put("A", "1");

        assertThat(store.list("", "", 10)).extracting(StateStore.Entry::value).containsExactly("1", "");
    }

    @Test
    void givenTextKeysInMariaDb_whenOpening_thenNamesTheFault() {
        StoreDatabase database = StoreDatabase.mariaDb();
        database.execute("create table mostik_state (state_key varchar(200)" + COLUMNS.formatted("text")
                + " default character set utf8mb4");

        assertRefused(database.open(), "it takes different keys for one");
        assertThat(database.rows()).isLessThanOrEqualTo(0);
    }

    @Test
    void givenShortValuesInMariaDb_whenOpening_thenNamesTheFault() {
        StoreDatabase database = StoreDatabase.mariaDb();
        database.execute("create table mostik_state (state_key varbinary(800)" + COLUMNS.formatted("blob"));

        assertRefused(database.open(), "it could not write the keys and values of the test");
    }

    @Test
    void givenShortValuesInLenientMariaDb_whenOpening_thenNamesFault() {
        StoreDatabase database = StoreDatabase.mariaDb();
        database.execute("create table mostik_state (state_key varbinary(800)" + COLUMNS.formatted("blob"));
        StoreDatabase lenient = new StoreDatabase(
                database.url() + "?sessionVariables=sql_mode=''", database.user(), database.password());

        assertRefused(lenient.open(), "it changes or cuts values");
    }

    @Test
    void givenTableWithoutTransactions_whenOpening_thenNamesTheFault() {
        StoreDatabase database = StoreDatabase.mariaDb();
        database.execute("create table mostik_state (state_key varbinary(800)" + COLUMNS.formatted("longblob")
                + " engine = MyISAM");

        assertRefused(database.open(), "it keeps half of a transaction that was rolled back");
    }

    @Test
    void givenEveryProduct_whenAskedForItsStatement_thenGivesIt() {
        assertThat(Stream.of("PostgreSQL", "H2", "MariaDB", "MySQL", "SQLite")
                        .map(JdbcStateStore::createTableStatement))
                .allSatisfy(statement -> assertThat(statement).startsWith("create table if not exists mostik_state"));
    }

    private static void assertRefused(DataSource source, String fault) {
        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(() -> JdbcStateStore.create(source))
                .withMessageContaining(fault);
    }

    /** H2 under another name. */
    private static DataSource named(String product) {
        DataSource h2 = StoreDatabase.h2InMemory().open();
        return renamed(DataSource.class, h2, product);
    }

    private static <T> T renamed(Class<T> type, Object target, String product) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? ClassLoader.getSystemClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getDatabaseProductName")) {
                        return product;
                    }
                    Object result = method.invoke(target, arguments);
                    if (result instanceof Connection connection) {
                        return renamed(Connection.class, connection, product);
                    }
                    return result instanceof DatabaseMetaData data
                            ? renamed(DatabaseMetaData.class, data, product)
                            : result;
                }));
    }
}
