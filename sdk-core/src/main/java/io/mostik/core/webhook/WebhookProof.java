package io.mostik.core.webhook;

import java.util.Optional;

/**
 * What a request has proven.
 *
 * @param signedId the id that the signature covers, where it covers an id and not the whole request; this, and no other id,
 *     tells the event from others
 */
public record WebhookProof(Optional<String> signedId) {

    static final WebhookProof OF_ALL = new WebhookProof(Optional.empty());

    /** Returns whether a signature covers the id alone. */
    boolean isOfIdOnly() {
        return signedId.isPresent();
    }
}
