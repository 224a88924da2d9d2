package io.mostik.remonline.common;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import java.util.Objects;

/**
 * What the vendor answers when it has made something. Depending on the endpoint that is the whole object, an envelope
 * around it, or the id alone.
 *
 * @param id of what was made
 * @param answer everything else that was answered, as it came; may hold personal data
 */
@JsonDeserialize(using = CreatedReader.class)
public record Created(long id, Json answer) {

    /** Refuses a missing answer. */
    public Created {
        Objects.requireNonNull(answer, "answer");
    }
}
