package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.Json;
import java.util.Objects;

/**
 * An event that is newer than this SDK, or whose shape is not public. Prints nothing of it.
 *
 * @param content what came
 */
public record UnknownEvent(Json content) implements VccEvent {

    /** Checks that there is content. */
    public UnknownEvent {
        Objects.requireNonNull(content, "content");
    }
}
