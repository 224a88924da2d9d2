package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.Fields;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.store.Sql;
import io.mostik.core.test.ManualTime;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What one intent waits for ends in a transaction that has looked for waiters before that intent was there, and is not
 * committed yet when it begins. It must not wait for the next look an hour later.
 */
class UnseenEndsOnPostgresTest {

    private final ManualTime time = new ManualTime();
    private Function<ActionCall, ActionResult> behaviour = call -> ActionResult.done("done");
    private JdbcConnectionPool pool;
    private JournalLab lab;

    @BeforeEach
    void open() {
        pool = BridgeStore.postgres().pool();
        lab = new JournalLab(pool, time, once -> List.of(TestAction.of(call -> behaviour.apply(call))));
    }

    @AfterEach
    void close() {
        if (pool != null) {
            pool.dispose();
        }
    }

    @Test
    void givenHolderThatJustEnds_whenTheNextBegins_thenItIsItsTurn() throws Exception {
        behaviour = call -> ActionResult.begun("running", Duration.ofDays(1));
        Intent holder = lab.accept("d-1", "7");
        int unusedRang = lab.ringDue();
        behaviour = call -> ActionResult.done("done");
        Journal journal = new Journal(lab.engine.alarms(), time, true);

        Intent next = begunBeside(connection -> journal.move(
                connection, IntentTable.find(connection, holder.id()).orElseThrow(), Move.done("done", Fields.none())));

        assertThat(lab.find(holder).state()).isEqualTo(IntentState.DONE);
        assertThat(lab.find(next).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenEarlierOneThatIsJustWithdrawn_whenTheNextBegins_thenItIsItsTurn() throws Exception {
        Intent earlier = lab.accept("d-1", "7");

        Intent next = begunBeside(connection ->
                assertThat(lab.intents.in(connection).cancel(earlier.id())).isTrue());

        assertThat(lab.find(earlier).state()).isEqualTo(IntentState.CANCELLED);
        assertThat(lab.find(next).state()).isEqualTo(IntentState.DONE);
    }

    @Test
    void givenBaseThatIsJustReleased_whenOneBegins_thenItDoesNotWait() throws Exception {
        lab.engine.behind("zup", 5);

        Intent next = begunBeside(
                connection -> assertThat(Sql.update(connection, "update mb_base set held_at = null where base = 'zup'"))
                        .isEqualTo(1));
        int found = lab.engine.sweep().run();
        int rang = lab.ringDue();

        assertThat(found).isEqualTo(1);
        assertThat(rang).isEqualTo(1);
        assertThat(lab.find(next).state()).isEqualTo(IntentState.DONE);
    }

    /** An end of something. */
    private interface End {
        void on(Connection connection) throws Exception;
    }

    /** Accepts an intent and lets it begin while the end is not committed. */
    private Intent begunBeside(End end) throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            end.on(connection);
            Intent next = lab.accept("d-2", "7");
            String alarm = next.id() + ".1";
            CompletableFuture<Void> begin = CompletableFuture.runAsync(() -> lab.ring(alarm));
            LockWaits.await(lab, connection, begin);
            connection.commit();
            begin.get(20, TimeUnit.SECONDS);
            lab.remove(alarm);
            return next;
        }
    }
}
