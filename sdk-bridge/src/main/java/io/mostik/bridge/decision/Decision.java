package io.mostik.bridge.decision;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person decided.
 *
 * @param number counted from 1 without a gap
 * @param at when
 * @param who the person
 * @param what what was decided, such as {@code happened}
 * @param about what it is about, such as {@code intent 01JD...}
 * @param reason why; empty if it was erased
 * @param reasonDigest SHA-256 of the reason, which stays
 * @param hash SHA-256 over the hash before and all of this but the reason
 */
public record Decision(
        long number,
        Instant at,
        String who,
        String what,
        String about,
        Optional<String> reason,
        String reasonDigest,
        String hash) {

    /** Checks that no part is missing. */
    public Decision {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(reasonDigest, "reasonDigest");
        Objects.requireNonNull(hash, "hash");
    }

    /** Returns number and subject only: who decided is the company's business. */
    @Override
    public String toString() {
        return "Decision[" + number + " " + what + ", " + about + "]";
    }
}
