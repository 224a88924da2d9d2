package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.StateStoreException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases that would break a promise are refused before anything is written. */
class ProductsTest {

    @ParameterizedTest
    @CsvSource({
        ";MODE=MySQL, H2 must be opened with MODE=PostgreSQL",
        "'', H2 must be opened with MODE=PostgreSQL",
        ";MODE=PostgreSQL;INIT=SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE, READ COMMITTED"
    })
    void givenSettingsOfH2_whenOpened_thenRefusedByName(String settings, String why) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url(settings.replace(";INIT", ";DB_CLOSE_DELAY=-1;INIT")));

        assertThatThrownBy(() -> BridgeDatabase.open(h2))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining(why);
    }

    @Test
    void givenAutoCommitOff_whenOpened_thenRefusedByName() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url(";MODE=PostgreSQL;DB_CLOSE_DELAY=-1"));

        assertThatThrownBy(() -> BridgeDatabase.open(withoutAutoCommit(h2)))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("auto-commit");
    }

    @Test
    void givenUnorderedFiles_whenPowerCounts_thenRefusedByName() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:memFS:" + UUID.randomUUID() + ";MODE=PostgreSQL");

        assertThatThrownBy(() -> BridgeDatabase.open(h2, true))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("H2Files.address");
    }

    private static String url(String settings) {
        return "jdbc:h2:mem:" + UUID.randomUUID() + settings;
    }

    /** Returns a data source as a pool is that is set for an object-relational mapper. */
    private static DataSource withoutAutoCommit(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                ProductsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object given = method.invoke(database, arguments);
                    if (given instanceof Connection connection) {
                        connection.setAutoCommit(false);
                    }
                    return given;
                });
    }
}
