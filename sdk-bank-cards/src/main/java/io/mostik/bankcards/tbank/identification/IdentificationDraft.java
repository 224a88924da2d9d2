package io.mostik.bankcards.tbank.identification;

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

    /** Returns the id of the draft, if it stands where one would look for it. Inferred. */
    public Optional<String> applicationId() {
        return raw.first("applicationId", "id").text();
    }
}
