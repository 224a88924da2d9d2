package io.mostik.bridge.server.config;

import java.time.Duration;
import java.util.Objects;

/**
 * How long things are kept after they ended.
 *
 * @param bodies of webhooks
 * @param fields what was asked and given
 * @param keys as long as somebody may send an old document again
 * @param decisions what people did
 */
public record KeepSettings(Duration bodies, Duration fields, Duration keys, Duration decisions) {

    /** Checks that no part is missing. */
    public KeepSettings {
        Objects.requireNonNull(bodies, "bodies");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(decisions, "decisions");
    }
}
