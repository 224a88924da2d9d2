package io.mostik.bridge.action;

import io.mostik.bridge.Connections;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Once;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What actions work with.
 *
 * @param once the engine of once-only writes, over the bridge's own store
 * @param connections the vendors' accounts
 * @param time the clock
 * @param zone the zone of days and local times
 */
public record ActionContext(Once once, Connections connections, TimeSource time, ZoneId zone) {

    /** Checks that no part is missing. */
    public ActionContext {
        Objects.requireNonNull(once, "once");
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(zone, "zone");
    }
}
