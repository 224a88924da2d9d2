package io.mostik.bridge.intent;

import io.mostik.bridge.Fields;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A promise to carry out one action for one document, as it stands in the journal.
 *
 * @param id made by the bridge; sorts by the time of acceptance
 * @param key what tells it from all others
 * @param connection the vendor's account; empty text if it needs none
 * @param fields what was asked
 * @param state how far it is
 * @param nextStep what the caller does next
 * @param code what there is to say, as a key of the messages
 * @param results what the vendor gave, without the prefix {@code result_}
 * @param vendorSays the vendor's own words, scrubbed
 * @param subject what intents are carried out one at a time for, such as a card
 * @param event the number of its last event in the base's feed; 0 if there was none
 * @param acceptedAt when it was written down
 * @param changedAt when its state last changed
 * @param validUntil when a first try is too late
 * @param notBefore when it is tried or looked at again
 * @param tries how often it was tried
 * @param version changes with each move
 */
public record Intent(
        String id,
        IntentKey key,
        String connection,
        Fields fields,
        IntentState state,
        NextStep nextStep,
        String code,
        Fields results,
        Optional<String> vendorSays,
        Optional<String> subject,
        long event,
        Instant acceptedAt,
        Instant changedAt,
        Optional<Instant> validUntil,
        Optional<Instant> notBefore,
        int tries,
        long version) {

    /** Checks that no part is missing. */
    public Intent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(nextStep, "nextStep");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(results, "results");
        Objects.requireNonNull(vendorSays, "vendorSays");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(notBefore, "notBefore");
    }

    /** Returns names and state only: what is asked is the company's business. */
    @Override
    public String toString() {
        return "Intent[" + id + " " + key + " " + state + "]";
    }
}
