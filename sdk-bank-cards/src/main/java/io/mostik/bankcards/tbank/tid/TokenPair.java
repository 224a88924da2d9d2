package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a consent or a renewal brings. Prints nothing of the tokens.
 *
 * @param accessToken proves calls; ends after half an hour
 * @param refreshToken brings the next pair, once; absent where the consent does not allow access in the background
 * @param expiresAt when the access token ends
 */
public record TokenPair(Secret accessToken, Optional<Secret> refreshToken, Instant expiresAt) {

    /** Refuses missing parts. */
    public TokenPair {
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(refreshToken, "refreshToken");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
