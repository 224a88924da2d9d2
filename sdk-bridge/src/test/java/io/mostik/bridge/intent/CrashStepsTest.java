package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.DyingDatabase;
import io.mostik.bridge.OnceVendor;
import io.mostik.core.StateStoreException;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process dies at each step of the store while it accepts two intents of one subject and carries them out, before and
 * after the step is done. The caller asks again; the next process ends both, in order, and each happens once.
 */
class CrashStepsTest {

    private static final int MOST_STEPS = 300;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void givenDeathAtAnyStep_whenAskedAgain_thenEachHappensOnceAndIsTold(String name) {
        JdbcConnectionPool pool = BridgeStore.named(name).pool();
        try {
            int last = lastStep(pool);
            assertThat(last).isBetween(20, MOST_STEPS);
            for (int step = 1; step <= last; step++) {
                dieAt(pool, step, false);
                dieAt(pool, step, true);
            }
            System.out.println("bridge on " + name + ": died at " + last + " steps, before and after each");
        } finally {
            pool.dispose();
        }
    }

    /** Returns how many steps there are between opening and the end. */
    private static int lastStep(DataSource database) {
        clear(database);
        DyingDatabase counted = new DyingDatabase(database, Integer.MAX_VALUE, false);
        JournalLab lab = lab(counted, new ManualTime(), new OnceVendor());
        live(lab);
        return counted.steps();
    }

    private static void dieAt(DataSource database, int step, boolean isDone) {
        clear(database);
        ManualTime time = new ManualTime();
        OnceVendor vendor = new OnceVendor();
        DyingDatabase dying = new DyingDatabase(database, step, isDone);
        try {
            live(lab(dying, time, vendor));
        } catch (StateStoreException e) {
            assertThat(dying.steps()).isEqualTo(step);
        }

        time.advance(Duration.ofMillis(1));
        JournalLab next = lab(database, time, vendor);
        live(next);
        for (int i = 0; i < 4; i++) {
            next.after(OnceVendor.LEASE.multipliedBy(2));
        }

        String what = "died at step " + step + (isDone ? ", done" : ", not done");
        assertThat(vendor.books())
                .as(what)
                .hasSize(2)
                .allSatisfy((document, times) -> assertThat(times).isEqualTo(1));
        List<Intent> told = next.intents.events("zup", 0, 10);
        assertThat(told).as(what).extracting(intent -> intent.key().document()).containsExactly("d-1", "d-2");
        assertThat(told).as(what).allMatch(intent -> intent.state() == IntentState.DONE);
        assertThat(next.due()).as(what).isEmpty();
        assertThat(next.engine.sweep().run()).as(what + ": without an alarm").isZero();
    }

    private static void live(JournalLab lab) {
        Intent unused = lab.accept("d-1", "7");
        Intent unusedToo = lab.accept("d-2", "7");
        int unusedRings = lab.ringDue();
    }

    private static JournalLab lab(DataSource database, ManualTime time, OnceVendor vendor) {
        return new JournalLab(database, time, once -> List.of(vendor.action(once)));
    }

    private static void clear(DataSource database) {
        JournalLab unused = lab(database, new ManualTime(), new OnceVendor());
        for (String table : List.of("mb_intent", "mb_base", "mb_subject", "mb_decision", "scheduled_tasks")) {
            BridgeStore.execute(database, "delete from " + table);
        }
        BridgeStore.execute(database, "delete from mostik_state where length(state_key) > 0");
    }
}
