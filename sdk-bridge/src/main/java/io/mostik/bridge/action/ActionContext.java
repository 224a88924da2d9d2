package io.mostik.bridge.action;

import io.mostik.bridge.Connections;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Once;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What actions stand on.
 *
 * @param once remembers what was sent, in the bridge's database
 * @param connections the vendors' accounts
 * @param time the clock of the database
 * @param zone the zone of days without one
 */
public record ActionContext(Once once, Connections connections, TimeSource time, ZoneId zone) {

    /** Checks that no part is missing. */
    public ActionContext {
        Objects.requireNonNull(once, "once");
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(zone, "zone");
    }

    /** Returns what actions stand on that only find out what was done before a restore; see {@link Once#restored}. */
    ActionContext restored() {
        return new ActionContext(once.restored(), connections, time, zone);
    }
}
