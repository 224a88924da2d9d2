package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Commits that wait for the disk. */
class CheckpointsTest {

    private final OneWriter writer = new OneWriter(Duration.ofMillis(50));
    private final Checkpoints checkpoints = new Checkpoints(writer, true);

    @Test
    void givenLongTurn_whenCheckpointIsAwaited_thenMayBeCommitted() throws Exception {
        long commit = checkpoints.next();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread other = new Thread(() -> hold(held, end));
        other.start();
        held.await();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            SQLException failure =
                    catchThrowableOfType(SQLException.class, () -> checkpoints.await(commit, connection));

            assertThat(failure.getSQLState())
                    .isEqualTo(Checkpoints.MAYBE_COMMITTED)
                    .isNotEqualTo(OneWriter.LOCK_TIMEOUT);
        } finally {
            end.countDown();
            other.join();
        }
    }

    /** H2 opens the file anew for the next connection: what was only in memory is not in it. */
    @Test
    void givenClosedDatabase_whenCheckpointIsAwaited_thenIsRefused() throws Exception {
        long commit = checkpoints.next();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            checkpoints.failed(new SQLException("a key is there twice", "23505", 23_505));
            checkpoints.await(commit, connection);
            checkpoints.failed(new SQLException("the database has been closed", "90098", 90_098));

            assertThatThrownBy(() -> checkpoints.await(commit, connection)).hasMessageContaining("opened anew");
            assertThatThrownBy(checkpoints::next).hasMessageContaining("opened anew");
        }
    }

    private void hold(CountDownLatch held, CountDownLatch end) {
        try {
            writer.enter();
            held.countDown();
            end.await();
            writer.leave();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
