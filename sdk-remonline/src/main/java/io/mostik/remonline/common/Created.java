package io.mostik.remonline.common;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.mostik.core.json.Json;
import java.util.Objects;

/**
 * The vendor's answer to a create. Depending on the endpoint it is the whole object, an envelope around it, or the id
 * alone.
 *
 * @param id of what was made
 * @param answer the other properties of the answer, unchanged; may contain personal data
 */
@JsonDeserialize(using = CreatedReader.class)
public record Created(long id, Json answer) {

    /** Refuses a missing answer. */
    public Created {
        Objects.requireNonNull(answer, "answer");
    }
}
