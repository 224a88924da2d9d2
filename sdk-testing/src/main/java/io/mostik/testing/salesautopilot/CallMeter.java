package io.mostik.testing.salesautopilot;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Counts every request by the month of the vendor's clock. Thread-safe. */
final class CallMeter {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    private final InstantSource clock;
    private final Map<YearMonth, Long> calls = new HashMap<>();

    CallMeter(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the vendor's wall clock. */
    LocalDateTime localTime() {
        return LocalDateTime.ofInstant(clock.instant(), BUDAPEST);
    }

    synchronized void add(long more) {
        calls.merge(YearMonth.from(localTime()), more, Math::addExact);
    }

    synchronized long calls(YearMonth month) {
        return calls.getOrDefault(month, 0L);
    }
}
