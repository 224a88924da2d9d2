package io.mostik.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A node of a bridge as it was last seen.
 *
 * @param name its name
 * @param startedAt when it began, by the database's clock
 * @param seenAt when it last said that it lives, by the database's clock
 * @param ahead by how much its machine's clock was ahead of the database's then, at least
 */
public record NodeSeen(String name, Instant startedAt, Instant seenAt, Duration ahead) {

    /** Checks that no part is missing. */
    public NodeSeen {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(ahead, "ahead");
    }
}
