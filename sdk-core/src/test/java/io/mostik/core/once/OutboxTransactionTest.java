package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.StateStoreException;
import io.mostik.core.StoreDatabase;
import io.mostik.core.test.MortalStore;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A planned write and the embedder's own rows are there together, or not at all. */
@ParameterizedClass(name = "{0}")
@EnumSource(value = EngineStore.class, mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
@ExtendWith(OnceReport.class)
class OutboxTransactionTest {

    private final OnceLab lab;
    private final StoreDatabase.Opened database;

    OutboxTransactionTest(EngineStore stores) {
        lab = new OnceLab(stores);
        database = stores.rows().orElseThrow();
    }

    private boolean plan(Connection transaction) {
        MortalStore within =
                MortalStore.over(database.store(lab.time).within(transaction)).clock(lab.time);
        return lab.writes().in(within).plan(OnceLab.ID, "500");
    }

    @Test
    void givenTransaction_whenRolledBack_thenNothingIsPlanned() throws SQLException {
        try (Connection transaction = database.connection()) {
            transaction.setAutoCommit(false);
            assertThat(plan(transaction)).isTrue();

            transaction.rollback();
        }

        assertThat(lab.writes().pending()).isEmpty();
        assertThat(lab.state()).isEqualTo(WriteState.NONE);
    }

    @Test
    void givenTransaction_whenCommitted_thenPlannedAndSentOnce() throws SQLException {
        try (Connection transaction = database.connection()) {
            transaction.setAutoCommit(false);
            assertThat(plan(transaction)).isTrue();
            assertThat(plan(transaction)).isFalse();

            transaction.commit();
        }
        assertThat(lab.writes().runDue(3)).isEqualTo(1);

        lab.healToOne();
    }

    /** With an old view of the table the other's row can be neither written over nor seen. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // it once went round without end
    void givenIdTakenAfterTheView_whenPlanned_thenEnds() throws SQLException {
        try (Connection transaction = database.connection()) {
            transaction.setAutoCommit(false);
            transaction.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            MortalStore within = MortalStore.over(database.store(lab.time).within(transaction))
                    .clock(lab.time);
            assertThat(within.find("view of the table")).isEmpty();
            assertThat(lab.writes().plan(OnceLab.ID, "500")).isTrue();

            Throwable refused = catchThrowable(() -> {
                boolean unused = lab.writes().in(within).plan(OnceLab.ID, "500");
            });
            transaction.rollback();

            assertThat(refused == null || refused instanceof StateStoreException)
                    .as("%s", refused)
                    .isTrue();
        }
        assertThat(lab.writes().runDue(3)).isEqualTo(1);
    }
}
