package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WithoutSubjectOnPostgresTest extends WithoutSubjectContract {

    @Override
    BridgeStore store() {
        return BridgeStore.postgres();
    }

    @Override
    int stepsToAccept() {
        return 1;
    }

    @Override
    int stepsToEnd() {
        return 1;
    }

    /** Somebody who ends several intents of a base in one transaction must not meet an end that waits for the base. */
    @Test
    void givenBaseInUse_whenAnIntentEnds_thenItsRowIsFreeMeanwhile() throws Exception {
        Intent unusedFirst = accept("d-1");
        int unusedRang = lab().ringDue();
        Intent intent = accept("d-2");
        String alarm = lab().due().get(0);
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, "select base from mb_base where base = ? for update", "zup");

            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> lab().ring(alarm));
            LockWaits.await(lab(), connection, end);
            assertThat(end).as("waits for the base").isNotDone();
            lock(connection, "select id from mb_intent where id = ? for update nowait", intent.id());
            connection.rollback();

            end.get(20, TimeUnit.SECONDS);
        }
        assertThat(lab().find(intent).state()).isEqualTo(IntentState.DONE);
    }

    private static void lock(Connection connection, String sql, String key) throws Exception {
        List<String> locked = Sql.list(connection, sql, row -> row.getString(1), key);
        assertThat(locked).containsExactly(key);
    }
}
