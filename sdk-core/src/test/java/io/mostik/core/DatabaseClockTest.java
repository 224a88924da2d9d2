package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock of the database between two readings. */
class DatabaseClockTest {

    private final ManualTime time = new ManualTime();
    private final AtomicInteger asked = new AtomicInteger();
    private final Dialect dialect = new H2Dialect();
    private Connections connections;
    private DatabaseClock clock;
    private long first;

    @BeforeEach
    void read() throws Exception {
        connections = DataSourceConnections.of(
                Breaking.before(StoreDatabase.h2InMemory().openPooled(), method -> {
                    if (method.equals("executeQuery")) {
                        asked.incrementAndGet();
                    }
                }),
                dialect,
                Limit.USUAL);
        asked.set(0);
        clock = DatabaseClock.measured(connections, dialect, time);
        first = clock.millis(connections);
    }

    @Test
    void givenReading_whenSecondsPass_thenCountsOnWithoutAsking() throws Exception {
        time.advance(Duration.ofSeconds(59));

        assertThat(clock.millis(connections)).isEqualTo(first + 59_000);
        assertThat(asked).hasValue(1);
    }

    @Test
    void givenReading_whenMinutePasses_thenAsksAgain() throws Exception {
        time.advance(Duration.ofMinutes(1));

        long millis = clock.millis(connections);

        assertThat(asked).hasValue(2);
        assertThat(Duration.between(Instant.ofEpochMilli(millis), Instant.now()).abs())
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void givenMachineThatSlept_whenItWakesUp_thenAsksAgain() throws Exception {
        time.set(time.now().plus(Duration.ofHours(1)));

        clock.millis(connections);

        assertThat(asked).hasValue(2);
    }

    @Test
    void givenClockOfTheMachineSet_whenAsked_thenTimeIsTheDatabases() throws Exception {
        time.set(time.now().minus(Duration.ofDays(1)));

        long millis = clock.millis(connections);

        assertThat(millis - first).isBetween(0L, 10_000L);
    }

    @Test
    void givenTransaction_whenMinutePasses_thenCountsOnWithoutAsking() throws Exception {
        time.advance(Duration.ofMinutes(10));

        assertThat(clock.insideTransaction().millis(connections)).isEqualTo(first + 600_000);
        assertThat(asked).hasValue(1);
    }
}
