package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.records.RecordFields;
import java.time.Instant;
import java.util.Objects;

/**
 * The agreement of a person who has left to get letters again.
 *
 * @param givenAt when he gave it; one that is older than his leaving is no agreement
 * @param proof columns in which the account keeps how it was given, such as page and address of the machine; may be none
 */
public record Consent(Instant givenAt, RecordFields proof) {

    /** Checks that no part is missing. */
    public Consent {
        Objects.requireNonNull(givenAt, "givenAt");
        Objects.requireNonNull(proof, "proof");
    }
}
