package io.mostik.bankcards.tbank.identification;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.mostik.core.json.Json;
import java.util.Objects;
import java.util.Optional;

/**
 * A draft of an identification, which the bank keeps for 30 minutes. Experimental: the shape of the answer is not
 * documented.
 *
 * @param raw as the bank sent it
 */
public record IdentificationDraft(Json raw) {

    /** Refuses a missing answer. */
    public IdentificationDraft {
        Objects.requireNonNull(raw, "raw");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static IdentificationDraft answered(Json raw) {
        if (raw.names().isEmpty()) {
            throw new IllegalArgumentException("no object, or an empty one");
        }
        return new IdentificationDraft(raw);
    }

    /** Returns the id of the draft, if it is in the expected property. Inferred. */
    public Optional<String> applicationId() {
        return raw.first("applicationId", "id").text();
    }
}
