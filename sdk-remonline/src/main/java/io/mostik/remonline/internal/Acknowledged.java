package io.mostik.remonline.internal;

import io.mostik.core.json.Json;
import java.util.Optional;

/**
 * The answer of the older endpoints to a write of which nothing is read: {@code {"success": true}}, or what was written.
 * Anything else proves nothing, and whether it is done is unknown.
 *
 * @param success whether the vendor says so; where it does not, what was written says it
 * @param data what was written
 */
public record Acknowledged(Optional<Boolean> success, Json data) {

    /** Refuses an answer that does not say that it is done. */
    public Acknowledged {
        if (!success.orElse(data.isPresent())) {
            throw new IllegalStateException("success is false, or neither success nor data");
        }
    }
}
