package io.mostik.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.TIME_ZONE)
class AlarmTimesTest {

    private final TimeZone usual = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(usual);
    }

    @ParameterizedTest
    @CsvSource({
        "H2, Asia/Tokyo",
        "H2, America/New_York",
        "H2, Europe/Budapest",
        "PostgreSQL, Asia/Tokyo",
        "PostgreSQL, America/New_York"
    })
    void givenZoneOfTheMachine_whenAlarmsAreDue_thenTheyRingAndLaterOnesDoNot(String name, String zone)
            throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        JdbcConnectionPool pool = BridgeStore.named(name).pool();
        BlockingQueue<String> rang = new LinkedBlockingQueue<>();
        BridgeDatabase database = BridgeDatabase.open(pool);
        try (Alarms alarms =
                new SchedulerAlarms(database, "north", 1, Duration.ofSeconds(5), TimeSource.system(), () -> {})) {
            Instant now = TimeSource.system().now();
            set(database, alarms, "in an hour", now.plus(Duration.ofHours(1)));
            set(database, alarms, "first", now);
            alarms.start(rang::add);
            assertThat(rang.poll(30, TimeUnit.SECONDS)).isEqualTo("first");

            set(database, alarms, "second", now);
            alarms.lookNow();

            assertThat(rang.poll(30, TimeUnit.SECONDS)).isEqualTo("second");
        } finally {
            pool.dispose();
        }
    }

    private static void set(BridgeDatabase database, Alarms alarms, String alarm, Instant at) {
        boolean unused = database.transaction("set an alarm", connection -> {
            alarms.set(connection, alarm, at);
            return true;
        });
    }
}
