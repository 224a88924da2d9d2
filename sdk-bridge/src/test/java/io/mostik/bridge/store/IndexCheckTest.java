package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.core.StateStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexCheckTest {

    private final JdbcConnectionPool pool = BridgeStore.h2().pool();

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void givenJournal_whenOpenedAgain_thenIndexesFit() {
        Bridge unused = accept(2);

        assertThat(bridge().intents().find(key(1))).isPresent();
    }

    @Test
    void givenRowWithoutItsIndex_whenOpened_thenIsRefusedByName() throws SQLException {
        Bridge unused = accept(2);
        forgetInIndex("MB_INTENT_EVENT");

        assertThatThrownBy(this::bridge)
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("MB_INTENT_EVENT")
                .hasMessageContaining("put a copy in its place");
    }

    @Test
    void givenUniqueKeyWithoutARow_whenOpened_thenIsRefused() throws SQLException {
        Bridge unused = accept(2);
        forgetInIndex("MB_INTENT_DOCUMENT");

        assertThatThrownBy(this::bridge).isInstanceOf(StateStoreException.class).hasMessageContaining("MB_INTENT");
    }

    @Test
    void givenCleanEnd_whenOpened_thenIsNotReadOnce() throws SQLException {
        accept(2).close();
        bridge().start().close();
        forgetInIndex("MB_INTENT_EVENT");

        Bridge open = bridge();

        assertThat(open.intents().find(key(1))).isPresent();
        assertThatThrownBy(this::bridge).as("nobody has closed it").hasMessageContaining("MB_INTENT_EVENT");
    }

    @Test
    void givenBridgeThatNeverStarted_whenClosed_thenItsEndIsClean() throws SQLException {
        accept(2).close();
        forgetInIndex("MB_INTENT_EVENT");

        assertThatCode(this::bridge).doesNotThrowAnyException();
    }

    @Test
    void givenAnotherThatIsOpen_whenClosed_thenOnlyTheLastEndIsClean() throws SQLException {
        boolean isCleanBeside;
        try (Bridge running = accept(2).start()) {
            bridge().close();
            assertThat(running.intents().find(key(1))).isPresent();
            isCleanBeside = isClean();
        }

        assertThat(isCleanBeside).isFalse();
        assertThat(isClean()).isTrue();
    }

    @Test
    void givenAnotherThatWrites_whenRead_thenIndexesFit() throws SQLException {
        Bridge unused = accept(2);
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Integer> writes = CompletableFuture.supplyAsync(() -> toggle(isOver));

        try (Connection connection = pool.getConnection()) {
            for (int i = 0; i < 50; i++) {
                new IndexCheck(connection).run();
            }
        } finally {
            isOver.set(true);
        }

        assertThat(writes.join()).isPositive();
    }

    @Test
    void givenDamageAfterACrash_whenOpeningFails_thenIsNotClean() throws SQLException {
        Bridge unused = accept(2);
        forgetInIndex("MB_INTENT_EVENT");
        assertThatThrownBy(this::bridge).hasMessageContaining("MB_INTENT_EVENT");

        assertThatThrownBy(this::bridge).as("still").hasMessageContaining("MB_INTENT_EVENT");
        assertThat(isClean()).isFalse();
    }

    @Test
    void givenClosedDataSource_whenBridgeIsClosed_thenNothingIsThrown() {
        Bridge bridge = accept(1);
        pool.dispose();

        assertThatCode(bridge::close).doesNotThrowAnyException();
    }

    /** Sets an alarm and takes it away, until it is over, and returns how often. */
    private int toggle(AtomicBoolean isOver) {
        int times = 0;
        try (Connection connection = pool.getConnection()) {
            for (; !isOver.get(); times++) {
                Sql.update(connection, "delete from scheduled_tasks where task_instance = 'toggled'");
                Sql.update(
                        connection,
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values ('test', 'toggled', current_timestamp, false, 1)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the other cannot write", e);
        }
        return times;
    }

    private boolean isClean() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return CleanEnd.was(connection);
        }
    }

    private Bridge bridge() {
        return Bridge.builder(pool)
                .actions(context -> List.of(TestAction.of(call -> ActionResult.done("done"))))
                .build();
    }

    private Bridge accept(int many) {
        Bridge bridge = bridge();
        for (int i = 0; i < many; i++) {
            assertThat(bridge.intents()
                            .accept(IntentRequest.of(key(i), "", Fields.of("sum", "10")))
                            .earlier())
                    .isFalse();
        }
        return bridge;
    }

    private static IntentKey key(int number) {
        return IntentKey.of("zup", "test.act", "d-" + number);
    }

    /** Takes a row out of an index, as a torn write does; SQL has no way to do that. */
    private void forgetInIndex(String name) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            Table table = session.getDatabase().getMainSchema().getTableOrView(session, "MB_INTENT");
            Index index = table.getIndexes().stream()
                    .filter(each -> each.getName().startsWith(name) && each.getIndexColumns().length > 1)
                    .findFirst()
                    .orElseThrow();
            index.remove(session, table.getRow(session, 1));
            session.commit(false);
        }
    }
}
