package io.mostik.bankcards.tbank.tid;

import io.mostik.core.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The answer of the token endpoint. Prints nothing. */
record TokenAnswer(String accessToken, Optional<String> refreshToken, OptionalLong expiresIn) {

    private static final long LONGEST_SECONDS = 3_200_000_000L;

    /** As documented: half an hour. */
    private static final long USUAL_SECONDS = 1_800;

    TokenAnswer {
        check("access_token", accessToken);
        refreshToken = refreshToken.filter(token -> !token.isBlank());
        refreshToken.ifPresent(token -> check("refresh_token", token));
        if (expiresIn.orElse(USUAL_SECONDS) <= 0) {
            throw new IllegalStateException("expires_in is not positive");
        }
        if (expiresIn.orElse(USUAL_SECONDS) > LONGEST_SECONDS) {
            throw new IllegalStateException("expires_in is beyond a century");
        }
    }

    private static void check(String name, String token) {
        try {
            Secret unused = Secret.of(token);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(name + " cannot be a token");
        }
    }

    TokenPair toPair(Instant now) {
        return new TokenPair(
                Secret.of(accessToken), refreshToken.map(Secret::of), now.plusSeconds(expiresIn.orElse(USUAL_SECONDS)));
    }

    @Override
    public String toString() {
        return "TokenAnswer[***]";
    }
}
