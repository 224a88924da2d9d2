package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class H2WritesTest {

    private static final String COUNT = "select count(*) from noted";

    private final String name = "writes-" + UUID.randomUUID();
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private JdbcConnectionPool pool;
    private DataSource power;

    @BeforeEach
    void open() throws SQLException {
        CutDisk.register();
        pool = JdbcConnectionPool.create("jdbc:h2:cut:memFS:" + name + ";MODE=PostgreSQL", "", "");
        power = H2Writes.to(pool, true);
        change(power, "create table noted (id int primary key, note varchar(10))");
        change(power, "insert into noted values (1, ''), (2, '')");
    }

    @AfterEach
    void close() {
        other.shutdownNow();
        pool.dispose();
        CutDisk.forget(name);
    }

    @Test
    void givenOpenChange_whenAnotherChangesOtherRow_thenWaitsForTheCommit() throws Exception {
        try (Connection first = power.getConnection()) {
            first.setAutoCommit(false);
            change(first, "update noted set note = 'first' where id = 1");
            Future<Boolean> second = changeByOther("update noted set note = 'second' where id = 2");

            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(count(power, COUNT)).as("queries do not wait").isEqualTo(2);
            first.commit();

            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void givenOpenChange_whenSameThreadChangesByAnother_thenGoesOn() throws SQLException {
        try (Connection first = power.getConnection()) {
            first.setAutoCommit(false);
            change(first, "update noted set note = 'first' where id = 1");
            change(power, "update noted set note = 'second' where id = 2");
            first.rollback();
        }

        assertThat(count(power, COUNT + " where note = 'second'")).isEqualTo(1);
        assertThat(count(power, COUNT + " where note = 'first'")).isZero();
    }

    @Test
    void givenChangeClosedWithoutCommit_whenAnotherChanges_thenHasItsTurn() throws Exception {
        try (Connection first = power.getConnection()) {
            first.setAutoCommit(false);
            change(first, "update noted set note = 'first' where id = 1");
        }

        assertThat(changeByOther("insert into noted values (3, '')").get()).isTrue();
        assertThat(count(power, COUNT + " where note = 'first'")).isZero();
    }

    @Test
    void givenPower_whenCommitted_thenOneSyncForEach() throws SQLException {
        long before = CutDisk.forces(name);
        change(power, "update noted set note = 'auto' where id = 1");
        assertThat(CutDisk.forces(name)).isEqualTo(before + 1);

        try (Connection connection = power.getConnection()) {
            connection.setAutoCommit(false);
            change(connection, "update noted set note = 'x' where id = 1");
            change(connection, "update noted set note = 'y' where id = 2");
            connection.commit();
        }
        assertThat(CutDisk.forces(name)).isEqualTo(before + 2);
        assertThat(count(power, COUNT)).isEqualTo(2);
        assertThat(CutDisk.forces(name)).as("nothing is left for a query").isEqualTo(before + 2);
    }

    @Test
    void givenQuickWay_whenCommitted_thenNoSync() throws SQLException {
        long before = CutDisk.forces(name);

        change(H2Writes.quick(power), "update noted set note = 'quick' where id = 1");

        assertThat(CutDisk.forces(name)).isEqualTo(before);
    }

    @Test
    void givenSyncThatFailed_whenCommitted_thenThatAndAllLaterOnesFail() {
        CutDisk.failOnce(name);

        assertThatThrownBy(() -> change(power, "update noted set note = 'lost' where id = 1"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> change(power, "update noted set note = 'later' where id = 2"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("did not reach the disk");
    }

    @Test
    void givenOtherDatabases_whenAsked_thenAreLeftAsTheyAre() throws SQLException {
        JdbcConnectionPool memory = JdbcConnectionPool.create("jdbc:h2:mem:" + name, "", "");
        try {
            assertThat(H2Writes.to(memory, true)).isSameAs(memory);
            assertThat(H2Writes.to(power, false)).isSameAs(power);
        } finally {
            memory.dispose();
        }
    }

    private static void change(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            change(connection, sql);
        }
    }

    private Future<Boolean> changeByOther(String sql) {
        return other.submit(() -> {
            change(power, sql);
            return true;
        });
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    private static int count(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
