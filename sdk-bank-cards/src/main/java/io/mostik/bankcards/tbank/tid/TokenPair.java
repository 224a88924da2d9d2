package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The tokens that a consent or a renewal returns. Does not print them.
 *
 * @param accessToken proves calls; ends after half an hour
 * @param refreshToken brings the next pair, once; absent where the consent does not allow access in the background
 * @param expiresAt when the access token ends
 */
public record TokenPair(Secret accessToken, Optional<Secret> refreshToken, Instant expiresAt) {

    /** Rejects null components. */
    public TokenPair {
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(refreshToken, "refreshToken");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
