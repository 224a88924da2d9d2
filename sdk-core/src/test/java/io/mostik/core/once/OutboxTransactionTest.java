package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.test.MortalStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A planned write and the embedder's own rows are there together, or not at all. */
class OutboxTransactionTest {

    private final JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
    private final JdbcStateStore store = JdbcStateStore.create(pool);
    private final OnceLab lab = new OnceLab(Optional.of(store));

    @AfterEach
    void close() {
        pool.dispose();
    }

    private boolean plan(Connection transaction) {
        MortalStore within = MortalStore.over(store.within(transaction)).clock(lab.time);
        return lab.writes().in(within).plan(OnceLab.ID, "500");
    }

    @Test
    void givenTransaction_whenRolledBack_thenNothingIsPlanned() throws SQLException {
        try (Connection transaction = pool.getConnection()) {
            transaction.setAutoCommit(false);
            assertThat(plan(transaction)).isTrue();

            transaction.rollback();
        }

        assertThat(lab.writes().pending()).isEmpty();
        assertThat(lab.state()).isEqualTo(WriteState.NONE);
    }

    @Test
    void givenTransaction_whenCommitted_thenPlannedAndSentOnce() throws SQLException {
        try (Connection transaction = pool.getConnection()) {
            transaction.setAutoCommit(false);
            assertThat(plan(transaction)).isTrue();
            assertThat(plan(transaction)).isFalse();

            transaction.commit();
        }
        assertThat(lab.writes().runDue(3)).isEqualTo(1);

        lab.healToOne();
    }
}
